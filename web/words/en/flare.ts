/** The look back from a day with symptoms. It lists what came before; it names no cause. */
import type { BeforeFlare } from '../../../src/analysis/before-flare.ts';
import type { CheckIn } from '../../../src/analysis/diary.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { worstPain } from '../../../src/analysis/worst-pain.ts';
import { formatDayNear, formatNumber } from '../../format.ts';
import { counted } from './levels.ts';

export const FLARE = {
  title: 'Before my flare-up',
  headline: (on: LocalDate, today: LocalDate) => `The six weeks before ${formatDayNear(on, today)}`,
  note: 'This is what came before. It need not be what caused it.',
  day: 'A day with symptoms',
  look: 'Look',
  none: 'No flag in these six weeks. A flare-up can come without one.',
  notSaid: 'Nothing was said of that day.',
  sameDay: 'The same day',
  daysBefore: (days: number) => `${counted(days, 'day')} before`,
};

/** `14 flags on 6 days.` */
export function flareCount({ days }: BeforeFlare): string {
  const flags = days.reduce((sum, day) => sum + day.flags.length, 0);
  return `${counted(flags, 'flag')} on ${counted(days.length, 'day')}.`;
}

/** What was said of the day, in one sentence. */
export function saidWords(said: CheckIn | null): string {
  if (said === null) return FLARE.notSaid;
  const pain = worstPain(said);
  const parts = [
    said.stiffness === null ? null : `stiffness ${formatNumber(said.stiffness)} of 10`,
    pain === null ? null : `worst pain ${formatNumber(pain)} of 10`,
    said.nextDayResponse === null ? null : `the morning after: ${said.nextDayResponse}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? FLARE.notSaid : `You said: ${parts.join(', ')}.`;
}
