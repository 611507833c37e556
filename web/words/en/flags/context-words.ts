/** What went with the running: another surface, another shoe, another sport. */
import type { Flag } from '../../../../src/analysis/flags/flag.ts';
import type { Surface } from '../../../../src/analysis/surface.ts';
import {
  formatDay,
  formatNumber,
  formatRunDistance,
  formatWeekdayDay,
  formatWeeklyDistance,
  type Units,
} from '../../../format.ts';
import { capitalised } from '../levels.ts';
import type { RuleWords } from './rule-words.ts';

const SURFACE_WORDS: Record<Surface, string> = {
  road: 'on the road',
  trail: 'on trails',
  track: 'on the track',
  treadmill: 'on the treadmill',
};

const onSurface = ({ subject }: Flag): string =>
  SURFACE_WORDS[subject as Surface] ?? 'on another surface';

export const surfaceChangeWords: RuleWords = {
  title: (flag) => `First run ${onSurface(flag)} in 30 days`,
  because: (flag, units) =>
    `${formatWeekdayDay(flag.date)}: ${formatRunDistance(flag.observed, units)} ${onSurface(flag)}. No run ${onSurface(flag)} in the 30 days before.`,
  advice: () => 'Keep the first runs there shorter, and change nothing else meanwhile.',
};

const millimetres = (value: number): string => `${formatNumber(value)}\u00a0mm`;

function shoeBecause({ date, subject, quantity, observed, baseline }: Flag): string {
  const shoe = `${formatWeekdayDay(date)}: ${subject ?? 'another shoe'}`;
  const drop =
    quantity === 'heelDropMm' && baseline !== null
      ? `, heel drop ${millimetres(observed)}. The mean of the 30 days before: ${millimetres(baseline)}.`
      : ', for the first time.';
  return `${shoe}${drop} The week holds no less running than the four before.`;
}

export const shoeChangeWords: RuleWords = {
  title: ({ quantity }) => (quantity === 'heelDropMm' ? 'A lower heel' : 'A new shoe'),
  because: shoeBecause,
  advice: () => 'Don’t add distance while changing; wear the old and the new by turns.',
  evidence: () => 'Coaching and clinical advice',
};

const SPORT_WORDS: Record<string, string> = {
  americanFootball: 'American football',
  jumpRope: 'skipping',
  racket: 'racket sport',
  soccer: 'football',
  teamSport: 'team sport',
};

const sportName = ({ subject }: Flag): string =>
  subject === null ? 'another sport' : (SPORT_WORDS[subject] ?? subject);

const weekOfRunning = ({ observed, date }: Flag, units: Units): string =>
  `${formatWeeklyDistance(observed, units)} of running in the 7 days to ${formatDay(date)}, as much as usual.`;

export const mixedSportsWeekWords: RuleWords = {
  title: (flag) => `${capitalised(sportName(flag))} on top of a usual running week`,
  because: (flag, units) =>
    `${capitalised(sportName(flag))} and ${weekOfRunning(flag, units)} Starts, stops and jumps load the tendon too, and no number here holds them.`,
  advice: () => 'Count it as a hard day: easy running, or none, on the days beside it.',
};
