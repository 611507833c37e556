/** How training was put together: first speed sessions, speed sessions on top, hill sprints, a steep build, little time between. */
import type { Flag } from '../../../../src/analysis/flags/flag.ts';
import {
  formatChange,
  formatDay,
  formatNumber,
  formatRunDistance,
  formatWeekdayDay,
  formatWeeklyDistance,
} from '../../../format.ts';
import { counted } from '../levels.ts';
import type { RuleWords } from './rule-words.ts';

export const firstSpeedSessionWords: RuleWords = {
  title: () => 'First speed session in 30 days',
  because: ({ date, observed }, units) =>
    `${formatWeekdayDay(date)}: ${formatRunDistance(observed, units)} fast. No speed session in the 30 days before.`,
  advice: () =>
    'Keep the first ones short, with easy days around them, and look at the tendon the next morning.',
};

export const speedSessionsAddedWords: RuleWords = {
  title: ({ observed }) => `${counted(observed, 'speed session')} in a week, on top of the routine`,
  because: (flag) => {
    const perWeek = formatNumber(flag.baseline ?? 0);
    const before = flag.baseline === 0 ? 'None' : `On average ${perWeek} a week`;
    return `${counted(flag.observed, 'speed session')} in the 7 days to ${formatDay(flag.date)}. ${before} in the four weeks before.`;
  },
  advice: () => 'One speed session a week at first; make the other runs easy.',
};

export const hillSprintsIntroducedWords: RuleWords = {
  title: () => 'Hill sprints, the first in 30 days',
  because: ({ date, observed }) =>
    `${formatWeekdayDay(date)}: ${counted(observed, 'hill sprint')}. None in the 30 days before.`,
  advice: () => 'Make the calf strong first; then begin with a few sprints on a gentle hill.',
};

export const raceBuildRampWords: RuleWords = {
  title: () => 'Weekly distance climbs fast',
  because: (flag, units) => {
    const now = `Three rising weeks in a row; the last two, to ${formatDay(flag.date)}, average ${formatWeeklyDistance(flag.observed, units)}.`;
    if (flag.baseline === null || flag.ratio === null) return now;
    const on = flag.baselineDate === null ? '' : ` to ${formatDay(flag.baselineDate)}`;
    const most = `The largest of the four weeks before: ${formatWeeklyDistance(flag.baseline, units)} in the week${on}`;
    return `${now} ${most} (${formatChange(flag.ratio)}).`;
  },
  advice: (flag, units) =>
    flag.baseline === null
      ? 'Hold the distance for two weeks before it grows again.'
      : `Hold, or go back towards ${formatWeeklyDistance(flag.baseline, units)}, for two weeks before it grows again.`,
};

const HOURS_PER_DAY = 24;

/** `within a day`, `within 2 days`: the next whole day. */
const withinDays = ({ observed }: Flag): string => {
  const days = Math.max(1, Math.ceil(observed / HOURS_PER_DAY));
  return days === 1 ? 'within a day' : `within ${days} days`;
};

export const shortRecoveryWords: RuleWords = {
  title: (flag) =>
    `Two hard runs ${withinDays(flag)}${flag.raisedBy.includes('symptoms') ? ', with symptoms' : ''}`,
  because: (flag) => {
    const hours = counted(Math.floor(flag.observed), 'hour');
    const from =
      flag.baselineDate === null || flag.baselineDate === flag.date
        ? ''
        : `${formatWeekdayDay(flag.baselineDate)} and `;
    const when = `${from}${formatWeekdayDay(flag.date)}: two of your hardest runs, ${hours} apart.`;
    return flag.raisedBy.includes('symptoms')
      ? `${when} Your check-ins tell of pain or stiffness around them.`
      : when;
  },
  advice: (flag) =>
    flag.raisedBy.includes('symptoms')
      ? 'Three easy days or days off after a hard run while the tendon complains.'
      : 'Two easy days or days off after a hard run: tendons take two to three days to settle.',
  evidence: () => 'Laboratory measurements of collagen, low certainty',
};
