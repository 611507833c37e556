/** The report for people: weeks, months, surfaces, shoes, how often each rule spoke, and the newest flags in words. */
import { formatNumber, formatWeekdayDayYear, type Units } from '../../../web/format.ts';
import { LEVEL_WORDS, shownLevel } from '../../../web/words/en/flags.ts';
import { FRAME } from '../../../web/words/en/frame.ts';
import { alignedLines, GAP } from './aligned.ts';
import { type FrameRow, rowsOf } from './data-frame.ts';
import type { HistoryFrames } from './history-frames.ts';
import type { HistoryReport, ReportedFlag } from './history-report.ts';
import { notRunLines } from './not-run-lines.ts';
import { quantityTable } from './quantity-table.ts';

export interface TableOptions {
  /** For distances and climb. */
  units: Units;
  /** Every week, month and flag, not only the newest. */
  all: boolean;
}

const NEWEST_WEEKS = 26;
const NEWEST_MONTHS = 24;
const NEWEST_FLAGS = 10;
const NOT_SAID = 'not said';

/** Lines without an end, of a history with a run in it. */
export function tableLines(
  frames: HistoryFrames,
  report: HistoryReport,
  { units, all }: TableOptions,
): string[] {
  const newest = <Item>(items: Item[], count: number) => (all ? items : items.slice(-count));
  const weeks = rowsOf(frames.weeks);
  const shownWeeks = newest(weeks, NEWEST_WEEKS);
  const months = newest(rowsOf(frames.months), NEWEST_MONTHS);
  const notRuns = notRunLines(report);
  const lines = [
    ...quantityTable(shownWeeks, 'Week of', ({ start }) => String(start), units),
    ...(shownWeeks.length < weeks.length
      ? [`The last ${shownWeeks.length} of ${weeks.length} weeks; --all shows every one.`]
      : []),
    'Against the usual range of the eight weeks before: △ above, ◆ well above. ≥: not known of every run.',
    '',
    ...quantityTable(months, 'Month', ({ month }) => String(month), units),
    ...groupLines(rowsOf(frames.surfaces), 'Surface', 'surface', units),
    ...groupLines(rowsOf(frames.shoes), 'Shoe', 'shoe', units),
    '',
    ...(report.flags.length === 0
      ? ['Nothing was raised.']
      : [...ruleLines(rowsOf(frames.rules)), ...flagsLines(report.flags, all)]),
    ...(notRuns.length === 0 ? [] : ['', ...notRuns]),
    '',
    FRAME.footer,
  ];
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** Nothing where no run says it: that would be the whole history once more. */
function groupLines(
  rows: readonly FrameRow[],
  heading: string,
  key: 'surface' | 'shoe',
  units: Units,
): string[] {
  if (rows.every((row) => row[key] === null)) return [];
  return ['', ...quantityTable(rows, heading, (row) => String(row[key] ?? NOT_SAID), units)];
}

function ruleLines(rules: readonly FrameRow[]): string[] {
  const oneDecimal = (value: unknown) => Number(value).toFixed(1);
  const headings = ['Rule', 'Flags', 'per 100 weeks', 'Weeks', 'of 100 weeks'];
  const cells = rules.map((row) => [
    String(row.rule),
    String(row.flagCount),
    oneDecimal(row.flagsPer100Weeks),
    String(row.weekCount),
    oneDecimal(row.weeksPer100Weeks),
  ]);
  return [
    ...alignedLines([headings, ...cells], ['left', 'right', 'right', 'right', 'right']),
    `Of ${formatNumber(Number(rules[0]?.runningWeeks))} running weeks: calendar weeks with a run.`,
  ];
}

function flagsLines(flags: readonly ReportedFlag[], all: boolean): string[] {
  // Stable: the flags of one day stay in the order in which they are shown.
  const newestFirst = flags.toSorted((a, b) => Number(a.date < b.date) - Number(a.date > b.date));
  const shown = all ? newestFirst : newestFirst.slice(0, NEWEST_FLAGS);
  const isCut = shown.length < flags.length;
  const heading = isCut
    ? [
        '',
        `The newest ${shown.length} of ${formatNumber(flags.length)} flags; --all shows every one.`,
      ]
    : [];
  return [...heading, ...shown.flatMap(flagLines)];
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
