/**
 * The one place where Garmin's SDK is used: it decodes the summary stream with its knowledge of the profile. Its shapes
 * end here; what leaves is plain, with times in Unix seconds and `null` for everything missing or of an odd type.
 */
import { Decoder, Stream } from '@garmin/fitsdk';
import type { FieldDescription } from './developer-fields.ts';
import { BASE_TYPE_MASK, FIT_EPOCH_S } from './fit-format.ts';

export interface FitSummary {
  fileId: FitFileId | null;
  /** What the watch was set to, where the file says so before the first lap. */
  sport: FitSport | null;
  sessions: FitSession[];
  laps: FitLap[];
  /** `event` messages of the timer, in file order. */
  timerEvents: FitTimerEvent[];
  /** The runner's clock minus UTC, in seconds, exactly as the file has it. */
  localMinusUtcS: number | null;
  fieldDescriptions: FieldDescription[];
}

export interface FitFileId {
  type: string | null;
  manufacturer: string | null;
  product: string | null;
  serialNumber: string | null;
}

export interface FitSport {
  sport: string | null;
  subSport: string | null;
}

export interface FitSession extends FitSport {
  startTimeS: number | null;
  timestampS: number | null;
  elapsedS: number | null;
  timerS: number | null;
  distanceM: number | null;
  ascentM: number | null;
  descentM: number | null;
  /** One leg. */
  avgCadenceRpm: number | null;
  avgFractionalCadenceRpm: number | null;
  avgHeartRateBpm: number | null;
  /** Ten times the 0–10 scale. */
  workoutRpe: number | null;
}

export interface FitLap extends FitSport {
  startTimeS: number | null;
  timestampS: number | null;
  elapsedS: number | null;
  timerS: number | null;
  distanceM: number | null;
}

export interface FitTimerEvent {
  timeS: number;
  /** `start`, `stop`, `stopAll`, … */
  type: string;
}

export interface SdkOutcome {
  summary: FitSummary;
  /** What made the SDK give up; what it had decoded by then is in `summary`. */
  failure: string | null;
}

/** Decodes the bytes of a `SummaryStream`. */
export function decodeSummary(stream: Uint8Array): SdkOutcome {
  // Without a file header the SDK takes the last two bytes for a checksum, and does not check it.
  const file = new Uint8Array(stream.length + 2);
  file.set(stream);
  const { messages, errors } = new Decoder(Stream.fromArrayBuffer(file.buffer)).read({
    dataOnly: true,
    convertDateTimesToDates: false,
    expandComponents: false,
    mergeHeartRates: false,
  });
  return {
    summary: {
      fileId: first(messages.fileIdMesgs, toFileId),
      sport: first(messages.sportMesgs, toSport),
      sessions: all(messages.sessionMesgs).map(toSession),
      laps: all(messages.lapMesgs).map(toLap),
      timerEvents: all(messages.eventMesgs).flatMap(toTimerEvent),
      localMinusUtcS:
        all(messages.activityMesgs)
          .map(toOffset)
          .find((offset) => offset !== null) ?? null,
      fieldDescriptions: all(messages.fieldDescriptionMesgs).flatMap(toFieldDescription),
    },
    failure: errors[0]?.message ?? null,
  };
}

/** A message as the SDK gives it, before anything is believed about it. */
type Message = Readonly<Record<string, unknown>>;

function toFileId(message: Message): FitFileId {
  return {
    type: name(message.type),
    manufacturer: name(message.manufacturer),
    product: name(message.productName ?? message.garminProduct ?? message.product),
    serialNumber: name(message.serialNumber),
  };
}

/** The profile has the treadmill under running and under gym equipment, for one and the same. */
function toSport(message: Message): FitSport {
  const [sport, subSport] = [name(message.sport), name(message.subSport)];
  const isTreadmill = sport === 'fitnessEquipment' && subSport === 'treadmill';
  return { sport: isTreadmill ? 'running' : sport, subSport };
}

function toSession(message: Message): FitSession {
  const { elapsedS, timerS, ...stated } = toLap(message);
  return {
    ...stated,
    // Nothing was recorded in no time: 0 is how a program writes that it did not count.
    elapsedS: elapsedS || null,
    timerS: timerS || null,
    ascentM: number(message.totalAscent),
    descentM: number(message.totalDescent),
    avgCadenceRpm: number(message.avgCadence),
    avgFractionalCadenceRpm: number(message.avgFractionalCadence),
    avgHeartRateBpm: number(message.avgHeartRate),
    workoutRpe: number(message.workoutRpe),
  };
}

function toLap(message: Message): FitLap {
  return {
    ...toSport(message),
    startTimeS: unixTime(message.startTime),
    timestampS: unixTime(message.timestamp),
    elapsedS: number(message.totalElapsedTime),
    timerS: number(message.totalTimerTime),
    distanceM: number(message.totalDistance),
  };
}

function toTimerEvent(message: Message): FitTimerEvent[] {
  const timeS = unixTime(message.timestamp);
  const type = name(message.eventType);
  return message.event === 'timer' && timeS !== null && type !== null ? [{ timeS, type }] : [];
}

function toOffset(message: Message): number | null {
  const local = number(message.localTimestamp);
  const utc = number(message.timestamp);
  return local === null || utc === null ? null : local - utc;
}

function toFieldDescription(message: Message): FieldDescription[] {
  const developerDataIndex = number(message.developerDataIndex);
  const fieldNumber = number(message.fieldDefinitionNumber);
  const baseType = number(message.fitBaseTypeId);
  if (developerDataIndex === null || fieldNumber === null || baseType === null) return [];
  return [
    {
      developerDataIndex,
      fieldNumber,
      baseType: baseType & BASE_TYPE_MASK,
      units: name(message.units),
      nativeMessage: number(message.nativeMesgNum),
      nativeField: number(message.nativeFieldNum),
    },
  ];
}

function all(messages: readonly object[] | undefined): readonly Message[] {
  return (messages ?? []) as readonly Message[];
}

function first<T>(
  messages: readonly object[] | undefined,
  read: (message: Message) => T,
): T | null {
  const message = all(messages)[0];
  return message === undefined ? null : read(message);
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A name from the profile, or the number it has no name for. */
function name(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value;
  return number(value)?.toString() ?? null;
}

function unixTime(value: unknown): number | null {
  const fitTime = number(value);
  return fitTime === null ? null : fitTime + FIT_EPOCH_S;
}
