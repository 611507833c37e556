/** A speed session after 30 days without one (clinical advice): a note, however short the session was. */
import type { JudgedRun } from '../judged-run.ts';
import { bareFlag } from './bare-flag.ts';
import { firstInWindow } from './first-in-window.ts';
import type { Rule } from './rule.ts';
import { sessionWindow } from './session-flag.ts';

export const firstSpeedSession: Rule = {
  id: 'first-speed-session',
  judge: (input) =>
    firstInWindow(input, isSpeedSession, 1).map((run) =>
      bareFlag({
        rule: 'first-speed-session',
        date: run.localDate,
        level: 'note',
        quantity: 'fastM',
        observed: run.speed?.fastM ?? 0,
        window: sessionWindow(run),
        runs: [run.id],
        evidence: ['clinical'],
      }),
    ),
};

/** 1 or 0; `null` where it is not known what is fast. */
const isSpeedSession = ({ speed }: JudgedRun): number | null =>
  speed === null ? null : Number(speed.isSpeedSession);
