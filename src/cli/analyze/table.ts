/** The same for people: one aligned row an activity, what there is to know about its file beneath. */
import {
  formatClimb,
  formatDuration,
  formatLoad,
  formatPace,
  formatRunDistance,
} from '../../../web/format.ts';
import type { JudgedRun } from '../../analysis/judged-run.ts';
import type { WatchedActivity } from '../watched-content.ts';
import { fileWarnings } from './file-warnings.ts';
import type { JudgementOf } from './judged-files.ts';
import type { WatchFile } from './watch-file.ts';

const HEADINGS = [
  'Date',
  'Sport',
  'Distance',
  'Time',
  'Climb',
  'Uphill',
  'Fast',
  'Fast from',
  'Load',
];
const UNKNOWN = '–';
const GAP = '  ';

/** The table's lines, without headings where nothing stands beneath them. Files that could not be judged follow their error instead of a row. */
export function tableLines(files: readonly WatchFile[], judgementOf: JudgementOf): string[] {
  const rows = files.map(({ content }) =>
    content.ok
      ? content.value.activities.map((activity) => row(activity, judgementOf(activity).run))
      : [],
  );
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.flat().map((cells) => cells[column]?.length ?? 0)),
  );
  const aligned = (cells: readonly string[]) =>
    cells.map((cell, column) => pad(cell, widths[column] as number, column)).join(GAP);
  const hasRows = rows.some((cells) => cells.length > 0);
  return [
    ...(hasRows ? [`${aligned(HEADINGS)}${GAP}File`] : []),
    ...files.flatMap((file, index) => [
      ...(rows[index] ?? []).map((cells) => `${aligned(cells)}${GAP}${file.path}`),
      ...remarks(file, judgementOf),
    ]),
  ];
}

/** Names to the left, numbers to the right. */
function pad(cell: string, width: number, column: number): string {
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

function row(activity: WatchedActivity, run: JudgedRun | null): string[] {
  const { sport, subSport, distanceM, timerS, exposure } = activity;
  const { ascentM } = exposure ?? activity.session;
  const speed = run?.speed ?? null;
  return [
    activity.localDate,
    subSport === null || subSport === 'generic' ? sport : `${sport}, ${subSport}`,
    shown(distanceM, (metres) => formatRunDistance(metres, 'km')),
    shown(timerS, formatDuration),
    shown(ascentM, (metres) => formatClimb(metres, 'km')),
    shown(exposure?.hills?.uphillM ?? null, (metres) => formatRunDistance(metres, 'km')),
    shown(speed?.fastM ?? null, (metres) => formatRunDistance(metres, 'km')),
    shown(speed?.fastThresholdMps ?? null, (speedMps) => formatPace(speedMps, 'km')),
    shown(exposure?.load?.loadAeKm ?? null, formatLoad),
  ];
}

const shown = (value: number | null, format: (value: number) => string) =>
  value === null ? UNKNOWN : format(value);

function remarks({ path, content }: WatchFile, judgementOf: JudgementOf): string[] {
  if (!content.ok) return [`${path}: could not be judged. ${content.error.message}`];
  return fileWarnings(content.value, judgementOf).map(({ message }) => `${GAP}${message}`);
}
