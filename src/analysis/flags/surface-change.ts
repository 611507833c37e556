/**
 * A run on a surface that the 30 days before did not hold, and long enough to matter (clinical advice). Only a surface that
 * the runner or the watch says can be new, and only where no run before may have been on it unsaid.
 */
import { exceeds } from '../exceeds.ts';
import type { JudgedRun } from '../judged-run.ts';
import { toEpochDay } from '../local-date.ts';
import { medianOf } from '../median.ts';
import { NONE_BEFORE_MIN_RUNS, SESSION_WINDOW_DAYS, SURFACE_MIN_SHARE } from '../policy.ts';
import { runsOfDays } from '../runs-of-days.ts';
import { type Surface, surfaceOf } from '../surface.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import type { Rule, RuleInput } from './rule.ts';
import { sessionWindow } from './session-flag.ts';

export const surfaceChange: Rule = {
  id: 'surface-change',
  judge: (input) => {
    const raised: Flag[] = [];
    for (const run of input.runs) {
      const surface = surfaceOn(run);
      if (surface === null) continue;
      const last = raised.at(-1);
      if (last?.date === run.localDate && last.subject === surface) continue;
      const flag = changeFlag(input, run, surface);
      if (flag !== null) raised.push(flag);
    }
    return raised;
  },
};

function changeFlag({ runs, days }: RuleInput, run: JudgedRun, surface: Surface): Flag | null {
  const { distanceM } = run.exposure;
  if (distanceM === null) return null;
  const day = toEpochDay(run.localDate) - days.firstDay;
  const before = runsOfDays(runs, days, day - SESSION_WINDOW_DAYS, day - 1);
  if (before.length < NONE_BEFORE_MIN_RUNS) return null;
  if (!before.every((other) => isElsewhere(other, surface))) return null;
  const distances = before.flatMap(({ exposure }) => exposure.distanceM ?? []);
  if (distances.length === 0) return null;
  const usualM = medianOf(distances);
  if (exceeds(SURFACE_MIN_SHARE * usualM, distanceM)) return null;
  return bareFlag({
    rule: 'surface-change',
    date: run.localDate,
    level: 'note',
    quantity: 'surfaceM',
    observed: distanceM,
    threshold: SURFACE_MIN_SHARE * usualM,
    window: sessionWindow(run),
    runs: [run.id],
    evidence: ['clinical'],
    subject: surface,
  });
}

const surfaceOn = (run: JudgedRun): Surface | null => run.surface ?? surfaceOf(run.subSport);

/** Known to be on another surface. A run with altitude was outdoors, whatever it was on. */
function isElsewhere(run: JudgedRun, surface: Surface): boolean {
  const known = surfaceOn(run);
  if (known !== null) return known !== surface;
  return surface === 'treadmill' && run.exposure.hills !== null;
}
