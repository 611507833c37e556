/**
 * `activities.csv` of a Strava export: what the runner called each activity, its type and its gear, by file.
 *
 * Strava writes the header in the runner's language and adds columns every few months, some of them twice (elapsed time,
 * distance, commute). What has held in every export since 2018, whatever the language: activity id, date, name and type
 * come first, and the gear stands left of the file name. So columns are found by their known names, and in a language whose
 * names are not known, by these places, the file name being the first column that holds paths of activity files.
 */
import { csvRows } from './csv-rows.ts';
import { entryRole } from './entry-path.ts';

export interface StravaActivity {
  /** Strava's number for the activity, as text. */
  activityId: string;
  /** As the table has it, from the folder of the table: `activities/123.fit.gz`. */
  fileName: string;
  name: string;
  /** In the runner's language: `Run`, `Lauf`, `Course à pied`. */
  type: string;
  /** Shoe or bike. */
  gear: string | null;
}

export interface StravaTable {
  activities: StravaActivity[];
  /** Activities typed in by hand: the export has no file of them. */
  withoutFile: number;
}

type Column = 'activityId' | 'name' | 'type' | 'gear' | 'fileName';
/** Their places; −1 for one that the table does not have. */
type Columns = Record<Column, number>;

/** Headers seen in public exports and importers since 2019: English, German, French, Spanish. */
const KNOWN_HEADERS: Record<Column, readonly string[]> = {
  activityId: ['activity id', 'aktivitäts-id', "id de l'activité", 'id de actividad'],
  name: ['activity name', 'name der aktivität', "nom de l'activité", 'nombre de la actividad'],
  type: ['activity type', 'aktivitätsart', "type d'activité", 'tipo de actividad'],
  gear: ['activity gear', 'aktivitätsausrüstung', "matériel utilisé pour l'activité"],
  fileName: ['filename', 'dateiname', 'nom du fichier', 'nombre del archivo'],
};
/** Of 2018, in English. Later exports in any language may have a "Type" and a "Gear" of their own, which are numbers. */
const FIRST_HEADERS: Record<Column, string> = {
  activityId: 'id',
  name: 'name',
  type: 'type',
  gear: 'gear',
  fileName: 'filename',
};
/** Languages in which the name of the gear is known, by that of the file. */
const GEAR_IS_NAMED_BESIDE: readonly string[] = ['filename', 'dateiname', 'nom du fichier'];
const PLACES = { activityId: 0, name: 2, type: 3 };
/** Manual entries have no file: the first that has one may come late. */
const ROWS_SEARCHED_FOR_FILES = 1000;

/** `null` when no column holds file names. */
export function stravaTable(text: string): StravaTable | null {
  const columns = columnsOf(text);
  if (columns === null) return null;
  const table: StravaTable = { activities: [], withoutFile: 0 };
  const rows = csvRows(text);
  rows.next();
  for (const row of rows) {
    const cell = (column: Column) => row[columns[column]]?.trim() ?? '';
    if (cell('activityId') === '') continue;
    if (cell('fileName') === '') table.withoutFile++;
    else {
      table.activities.push({
        activityId: cell('activityId'),
        fileName: cell('fileName'),
        name: inOneLine(cell('name')),
        type: inOneLine(cell('type')),
        gear: inOneLine(cell('gear')) || null,
      });
    }
  }
  return table;
}

/** Names are shown in one line; control characters have no place in any. */
const inOneLine = (cell: string): string => cell.replace(/\p{Cc}+/gu, ' ').trim();

function columnsOf(text: string): Columns | null {
  const header = (csvRows(text).next().value ?? []).map((cell) =>
    cell.trim().toLowerCase().replaceAll('’', "'"),
  );
  const named = namedColumn(header, 'fileName');
  const fileName = named >= 0 ? named : columnOfFiles(text);
  if (fileName < 0) return null;
  const placed = (column: Column, place: number) => {
    const known = namedColumn(header, column);
    // In a language that we know, what is not named is not there.
    return known < 0 && named < 0 ? place : known;
  };
  const activityId = Math.max(PLACES.activityId, namedColumn(header, 'activityId'));
  const name = placed('name', PLACES.name);
  const type = placed('type', PLACES.type);
  const others = [activityId, name, type];
  return { activityId, name, type, gear: gearColumn(header, fileName, others), fileName };
}

/** −1 when none has a name that we know. */
function namedColumn(header: readonly string[], column: Column): number {
  const known = header.findIndex((cell) => KNOWN_HEADERS[column].includes(cell));
  const isEnglish = header.includes(FIRST_HEADERS.fileName);
  return known < 0 && isEnglish ? header.indexOf(FIRST_HEADERS[column]) : known;
}

function gearColumn(header: readonly string[], fileName: number, others: readonly number[]) {
  const named = namedColumn(header, 'gear');
  const isMissing = GEAR_IS_NAMED_BESIDE.includes(header[fileName] ?? '');
  return named >= 0 || isMissing || others.includes(fileName - 1) ? named : fileName - 1;
}

function columnOfFiles(text: string): number {
  let searched = 0;
  for (const row of csvRows(text)) {
    const column = row.findIndex((cell) => entryRole(cell.trim()) === 'activity');
    if (column >= 0 || ++searched > ROWS_SEARCHED_FOR_FILES) return column;
  }
  return -1;
}
