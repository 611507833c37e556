/**
 * A run that was flagged as a spike in the last two weeks sets no higher baseline than stood before it: nothing has shown
 * yet that the tendon is used to it.
 */
import type { Flag, RuleId } from '../flags/flag.ts';
import type { JudgedRun } from '../judged-run.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { SESSION_WINDOW_DAYS, UNTRUSTED_SPIKE_DAYS } from '../policy.ts';
import { runQuantity } from '../run-quantity.ts';
import { SESSION_QUANTITIES, type SessionCaps } from '../session-baseline.ts';

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
  for (const run of runs) {
    if (untrusted.has(run.id)) caps.set(run.id, capsOf(run, runs, caps));
  }
  return caps;
}

/** The most of each quantity in the 30 days before `run`, earlier spikes capped as well. */
function capsOf(
  run: JudgedRun,
  runs: readonly JudgedRun[],
  caps: ReadonlyMap<string, SessionCaps>,
): SessionCaps {
  const from = addDays(run.localDate, -SESSION_WINDOW_DAYS);
  const before = runs.filter(({ localDate }) => localDate >= from && localDate < run.localDate);
  const mostOf = (quantity: (typeof SESSION_QUANTITIES)[number]) =>
    Math.max(
      0,
      ...before.map((other) =>
        Math.min(
          runQuantity(other, quantity) ?? 0,
          caps.get(other.id)?.[quantity] ?? Number.POSITIVE_INFINITY,
        ),
      ),
    );
  return Object.fromEntries(
    SESSION_QUANTITIES.map((quantity) => [quantity, mostOf(quantity)]),
  ) as SessionCaps;
}
