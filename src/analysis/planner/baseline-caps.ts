/**
 * A run that was flagged as a spike in the last two weeks sets no higher baseline than stood before it: nothing has shown
 * yet that the tendon is used to it.
 */
import type { Flag, RuleId } from '../flags/flag.ts';
import type { JudgedRun } from '../judged-run.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { NONE_BEFORE_MIN_RUNS, SESSION_WINDOW_DAYS, UNTRUSTED_SPIKE_DAYS } from '../policy.ts';
import { runQuantity } from '../run-quantity.ts';
import { SESSION_QUANTITIES, type SessionCaps, type SessionQuantity } from '../session-baseline.ts';

const SPIKES: ReadonlySet<RuleId> = new Set([
  'session-distance-spike',
  'session-load-spike',
  'speed-spike',
  'hill-spike',
]);

/** By run id, for those of `runs` (oldest first) that were flagged in the two weeks before `date`. */
export function baselineCaps(
  runs: readonly JudgedRun[],
  flags: readonly Flag[],
  date: LocalDate,
): Map<string, SessionCaps> {
  const from = addDays(date, -UNTRUSTED_SPIKE_DAYS);
  const spikes = flags.filter((flag) => SPIKES.has(flag.rule) && flag.date >= from);
  const untrusted = new Set(spikes.flatMap((flag) => flag.runs));
  const caps = new Map<string, SessionCaps>();
  const noneIsKnown = quantitiesOfNone(runs, date);
  for (const run of runs) {
    if (untrusted.has(run.id)) caps.set(run.id, capsOf(run, runs, caps, noneIsKnown));
  }
  return caps;
}

/**
 * Of which "none at all" would be a baseline on `date`. Elsewhere a cap of 0 would take the baseline away instead of lowering it. Without
 * distance, or load, there is nothing to multiply.
 */
function quantitiesOfNone(runs: readonly JudgedRun[], date: LocalDate): Set<SessionQuantity> {
  const before = windowBefore(runs, date);
  const isKnown = (quantity: SessionQuantity) =>
    before.filter((run) => runQuantity(run, quantity) !== null).length >= NONE_BEFORE_MIN_RUNS;
  return new Set((['ascentM', 'uphillM', 'fastM'] as const).filter(isKnown));
}

function windowBefore(runs: readonly JudgedRun[], date: LocalDate): JudgedRun[] {
  const from = addDays(date, -SESSION_WINDOW_DAYS);
  return runs.filter(({ localDate }) => localDate >= from && localDate < date);
}

/** The most of each quantity in the 30 days before `run`, earlier spikes capped as well. */
function capsOf(
  run: JudgedRun,
  runs: readonly JudgedRun[],
  caps: ReadonlyMap<string, SessionCaps>,
  noneIsKnown: ReadonlySet<SessionQuantity>,
): SessionCaps {
  const before = windowBefore(runs, run.localDate);
  return Object.fromEntries(
    SESSION_QUANTITIES.map((quantity) => {
      const largest = largestOf(before, quantity, caps);
      return [quantity, largest?.most === 0 && !noneIsKnown.has(quantity) ? null : largest];
    }),
  ) as SessionCaps;
}

/** The last of equals; `null` where no run knows the quantity. */
function largestOf(
  runs: readonly JudgedRun[],
  quantity: SessionQuantity,
  caps: ReadonlyMap<string, SessionCaps>,
): SessionCaps[SessionQuantity] {
  let largest: SessionCaps[SessionQuantity] = null;
  for (const run of runs) {
    const value = runQuantity(run, quantity);
    if (value === null) continue;
    const cap = caps.get(run.id)?.[quantity] ?? null;
    const counted = cap !== null && cap.most < value ? cap : { most: value, date: run.localDate };
    if (largest === null || counted.most >= largest.most) largest = counted;
  }
  return largest;
}
