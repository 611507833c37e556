/** The form of settings as typed: what it says, or the first field that cannot be read. */
import * as v from 'valibot';
import { parsePace } from '../../web/format.ts';
import type { SettingsField } from '../../web/pages/settings-page.tsx';
import type { LocalDate } from '../analysis/local-date.ts';
import { EARLIEST_DATE } from '../analysis/policy.ts';
import type { Settings } from '../athlete/settings.ts';
import { settingsSchemas } from './settings-schemas.ts';

export interface InvalidField {
  field: SettingsField;
  text: string;
}

type Read = (field: SettingsField) => string;
type Change = Partial<Settings>;

/** An empty zone or pace means "not chosen"; a part of the form that is absent stays as it is. */
export function settingsOf(form: FormData, today: LocalDate): Change | { invalid: InvalidField } {
  const text: Read = (field) => String(form.get(field) ?? '').trim();
  try {
    return { ...shownSettings(text), ...(form.has('trouble') && achillesSettings(text, today)) };
  } catch (error) {
    if (error instanceof Unreadable) {
      return { invalid: { field: error.field, text: text(error.field) } };
    }
    throw error;
  }
}

/** Leaves the reading of the form at the first field that cannot be read. */
class Unreadable extends Error {
  readonly field: SettingsField;

  constructor(field: SettingsField) {
    super(field);
    this.field = field;
  }
}

function shownSettings(text: Read): Change {
  const units = read('units', settingsSchemas.units, text('units'));
  const pace = text('fastPace');
  return {
    units,
    weekStart: read('weekStart', settingsSchemas.weekStart, Number(text('weekStart'))),
    theme: read('theme', settingsSchemas.theme, text('theme')),
    timeZone: read('timeZone', settingsSchemas.timeZone, text('timeZone') || null),
    fastThresholdMps: read(
      'fastPace',
      settingsSchemas.fastThresholdMps,
      pace === '' ? null : parsePace(pace, units),
    ),
  };
}

function achillesSettings(text: Read, today: LocalDate): Change {
  return {
    lastTroubleDate: lastTroubleDate(text, today),
    troubleSpot: read('troubleSpot', settingsSchemas.troubleSpot, text('troubleSpot') || null),
    painCeiling: read('painCeiling', settingsSchemas.painCeiling, Number(text('painCeiling'))),
    isReturning: read('isReturning', yesOrNo, text('isReturning')),
    isIntroduced: true,
  };
}

/** Trouble that is there now has its last day today. */
function lastTroubleDate(text: Read, today: LocalDate): LocalDate | null {
  const trouble = read('trouble', v.picklist(['none', 'now', 'date']), text('trouble'));
  if (trouble === 'none') return null;
  if (trouble === 'now') return today;
  const date = read('troubleDate', settingsSchemas.lastTroubleDate, text('troubleDate'));
  if (date === null || date > today || date < EARLIEST_DATE) throw new Unreadable('troubleDate');
  return date;
}

const yesOrNo = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform((answer) => answer === 'yes'),
);

function read<Schema extends v.GenericSchema>(
  field: SettingsField,
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new Unreadable(field);
  return parsed.output;
}
