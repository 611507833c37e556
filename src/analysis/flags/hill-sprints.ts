/** Hill sprints after 30 days without any: force and stretch at their highest, perhaps before the calf is ready (clinical advice). */
import { HILL_SPRINTS_INTRODUCED } from '../policy.ts';
import { bareFlag } from './bare-flag.ts';
import { firstInWindow } from './first-in-window.ts';
import type { Rule } from './rule.ts';
import { sessionWindow } from './session-flag.ts';

export const hillSprintsIntroduced: Rule = {
  id: 'hill-sprints-introduced',
  judge: (input) =>
    firstInWindow(input, ({ hillSprints }) => hillSprints, HILL_SPRINTS_INTRODUCED).map((run) =>
      bareFlag({
        rule: 'hill-sprints-introduced',
        date: run.localDate,
        level: 'note',
        quantity: 'hillSprints',
        observed: run.hillSprints ?? 0,
        threshold: HILL_SPRINTS_INTRODUCED,
        window: sessionWindow(run),
        runs: [run.id],
        evidence: ['clinical'],
      }),
    ),
};
