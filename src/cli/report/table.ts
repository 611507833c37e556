/** The report for people: one aligned row a week, then what was raised, day by day. */
import {
  formatClimb,
  formatLoad,
  formatRunDistance,
  formatWeekdayDayYear,
  formatWeeklyDistance,
  type Units,
} from '../../../web/format.ts';
import { LEVEL_WORDS, shownLevel } from '../../../web/words/en/flags.ts';
import type { DailyQuantity } from '../../analysis/daily-load.ts';
import type { WeekLoad, WeekQuantity } from '../../analysis/weekly-load.ts';
import type { HistoryReport, ReportedFlag } from './history-report.ts';

type Column = [heading: string, quantity: DailyQuantity, format: (value: number) => string];

const UNKNOWN = '–';
const AT_LEAST = '≥ ';
const GAP = '  ';
const MARKS = { usual: ' ', 'not-enough-data': ' ', above: '△', 'well-above': '◆' } as const;

/** Lines without an end. `units` for distances and climb. */
export function tableLines({ weeks, flags, leftOut }: HistoryReport, units: Units): string[] {
  const doubted = leftOut.filter(({ reason }) => reason === 'suspect-sport');
  const notRuns = doubted.map(
    ({ file }) => `${file}: does not move like a run, so it is not counted.`,
  );
  if (weeks.length === 0) return ['No runs were found.', ...notRuns];
  return [
    ...weekLines(weeks, units),
    '',
    'Against the usual range of the eight weeks before: △ above, ◆ well above. ≥: not known of every run.',
    ...(flags.length === 0 ? ['', 'Nothing was raised.'] : flags.flatMap(flagLines)),
    ...(notRuns.length === 0 ? [] : ['', ...notRuns]),
  ].map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
}

function weekLines(weeks: readonly WeekLoad[], units: Units): string[] {
  const columns: Column[] = [
    ['Distance', 'distanceM', (metres) => formatWeeklyDistance(metres, units)],
    ['Climb', 'ascentM', (metres) => formatClimb(metres, units)],
    ['Uphill', 'uphillM', (metres) => formatRunDistance(metres, units)],
    ['Fast', 'fastM', (metres) => formatRunDistance(metres, units)],
    ['Load', 'loadAeKm', formatLoad],
  ];
  const heading = ['Week of', 'Runs', ...columns.map(([name]) => `${name}${GAP}`)];
  const rows = weeks.map((week) => [
    week.start,
    String(week.runIds.length),
    ...columns.map(([, quantity, format]) => cell(week.quantities[quantity], format)),
  ]);
  const widths = heading.map((name, column) =>
    Math.max(name.length, ...rows.map((cells) => (cells[column] as string).length)),
  );
  return [heading, ...rows].map((cells) =>
    cells.map((text, column) => text.padStart(widths[column] as number)).join(GAP),
  );
}

function cell(
  { value, unknownRuns, level }: WeekQuantity,
  format: (value: number) => string,
): string {
  if (value === null) return `${UNKNOWN}${GAP}`;
  return `${unknownRuns > 0 ? AT_LEAST : ''}${format(value)} ${MARKS[level]}`;
}

function flagLines(flag: ReportedFlag): string[] {
  return [
    '',
    `${formatWeekdayDayYear(flag.date)}: ${LEVEL_WORDS[shownLevel(flag)]}. ${flag.title}`,
    `${GAP}${flag.because}`,
    ...flag.reasons.map((reason) => `${GAP}${reason}`),
    `${GAP}${flag.advice}`,
  ];
}
