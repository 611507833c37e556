/** Watch files for these tests, put together message by message: only what a test is about is written. */
import { type FieldSpec, FitBytes } from '../../../fixtures/fit-bytes.ts';
import { type DecodedFile, decodeFile } from '../../../src/import/decode-file.ts';
import type { ImportError } from '../../../src/import/import-error.ts';

/** A FIT time of September 2021, and the same in Unix seconds. */
export const START = 1_000_000_000;
export const START_UNIX = START + 631_065_600;

const field = (number: number, type: FieldSpec['type'], count?: number): FieldSpec =>
  count === undefined ? { number, type } : { number, type, count };

/** Fields of the FIT profile with their usual base types. */
export const RECORD = {
  timestamp: field(253, 'uint32'),
  latitude: field(0, 'sint32'),
  longitude: field(1, 'sint32'),
  altitude: field(2, 'uint16'),
  heartRate: field(3, 'uint8'),
  cadence: field(4, 'uint8'),
  distance: field(5, 'uint32'),
  speed: field(6, 'uint16'),
  power: field(7, 'uint16'),
  compressedSpeedDistance: field(8, 'byte', 3),
  cycles: field(18, 'uint8'),
  totalCycles: field(19, 'uint32'),
  fractionalCadence: field(53, 'uint8'),
  enhancedSpeed: field(73, 'uint32'),
  enhancedAltitude: field(78, 'uint32'),
} as const;

const SESSION = {
  start: field(2, 'uint32'),
  sport: field(5, 'enum'),
  subSport: field(6, 'enum'),
  elapsedMs: field(7, 'uint32'),
  timerMs: field(8, 'uint32'),
  distanceCm: field(9, 'uint32'),
  avgHeartRate: field(16, 'uint8'),
  avgCadence: field(18, 'uint8'),
  ascent: field(22, 'uint16'),
  descent: field(23, 'uint16'),
  avgFractionalCadence: field(92, 'uint8'),
  workoutRpe: field(193, 'uint8'),
  timestamp: field(253, 'uint32'),
} as const;
export type SessionFields = { [Name in keyof typeof SESSION]?: number };

const LAP = {
  start: field(2, 'uint32'),
  elapsedMs: field(7, 'uint32'),
  timerMs: field(8, 'uint32'),
  distanceCm: field(9, 'uint32'),
  sport: field(25, 'enum'),
  subSport: field(39, 'enum'),
  timestamp: field(253, 'uint32'),
} as const;

export const RUNNING = 1;
export const CYCLING = 2;

/** Local numbers by message, so that tests can mix them. */
const LOCAL = { fileId: 0, session: 1, lap: 2, record: 3, event: 4, activity: 5 } as const;

/** Begins with a `file_id` of an activity, unless told otherwise. */
export class FitActivity {
  readonly bytes = new FitBytes();

  constructor(fileType: number | null = 4, timeCreated = START) {
    if (fileType === null) return;
    this.bytes
      .define(LOCAL.fileId, 0, [
        field(0, 'enum'),
        field(1, 'uint16'),
        field(2, 'uint16'),
        field(4, 'uint32'),
      ])
      .message(LOCAL.fileId, fileType, 255, 1, timeCreated);
  }

  /** A run of ten minutes from `START` where nothing else is said. */
  session(values: SessionFields = {}): this {
    const all = { sport: RUNNING, start: START, elapsedMs: 600_000, ...values };
    return this.#summary(LOCAL.session, 18, SESSION, all);
  }

  lap(values: { [Name in keyof typeof LAP]?: number }): this {
    return this.#summary(LOCAL.lap, 19, LAP, values);
  }

  activity(values: { timestamp?: number; localTimestamp?: number }): this {
    const fields = { localTimestamp: field(5, 'uint32'), timestamp: field(253, 'uint32') };
    return this.#summary(LOCAL.activity, 34, fields, values);
  }

  /** An event of the timer. */
  timer(timestamp: number, eventType: number): this {
    this.bytes
      .define(LOCAL.event, 21, [field(253, 'uint32'), field(0, 'enum'), field(1, 'enum')])
      .message(LOCAL.event, timestamp, 0, eventType);
    return this;
  }

  /** Records with these fields, a row of values for each. */
  records(
    fields: readonly FieldSpec[],
    rows: readonly (readonly (number | readonly number[])[])[],
  ): this {
    this.bytes.define(LOCAL.record, 20, fields);
    for (const row of rows) this.bytes.message(LOCAL.record, ...row);
    return this;
  }

  /** A developer field of records, as `field_description` announces it. */
  describe(spec: {
    index: number;
    field: number;
    baseType: number;
    units: string;
    nativeField: number;
    nativeMessage?: number;
  }): this {
    this.bytes
      .define(LOCAL.event, 206, [
        field(0, 'uint8'),
        field(1, 'uint8'),
        field(2, 'uint8'),
        field(8, 'string', 16),
        field(14, 'uint16'),
        field(15, 'uint8'),
      ])
      .message(
        LOCAL.event,
        spec.index,
        spec.field,
        spec.baseType,
        spec.units,
        spec.nativeMessage ?? 20,
        spec.nativeField,
      );
    return this;
  }

  decode(): DecodedFile {
    return decoded(this.bytes.file());
  }

  #summary<Name extends string>(
    local: number,
    globalNumber: number,
    fields: Readonly<Record<Name, FieldSpec>>,
    values: { [Key in Name]?: number },
  ): this {
    const names = (Object.keys(values) as Name[]).filter((name) => values[name] !== undefined);
    this.bytes
      .define(
        local,
        globalNumber,
        names.map((name) => fields[name]),
      )
      .message(local, ...names.map((name) => values[name] as number));
    return this;
  }
}

/** What an `activity` message says two hours east of UTC. */
export const ZONE = { timestamp: START, localTimestamp: START + 7200 };

/** Ten minutes of running, a record each minute, 100 m apart, with a time zone: nothing to warn about. */
export function plainRun(): FitActivity {
  return new FitActivity()
    .records(
      [RECORD.timestamp, RECORD.distance],
      Array.from({ length: 11 }, (_, i) => [START + 60 * i, 10_000 * i]),
    )
    .session({ distanceCm: 100_000 })
    .activity(ZONE);
}

export function decoded(file: Uint8Array): DecodedFile {
  const result = decodeFile(file);
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}

/** Of a file that is refused. */
export function errorOf(file: Uint8Array): ImportError {
  const result = decodeFile(file);
  if (result.ok) throw new Error('expected an error');
  return result.error;
}

export const kinds = ({ warnings }: DecodedFile): string[] => warnings.map(({ kind }) => kind);

/** One activity, and no other. */
export function only<T>(list: readonly T[]): T {
  if (list.length !== 1) throw new Error(`expected one, got ${list.length}`);
  return list[0] as T;
}
