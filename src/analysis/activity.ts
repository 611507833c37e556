/**
 * One activity as every importer delivers it and every analysis reads it. SI units, Unix time, one
 * activity per session of a multisport file. Missing is `null`, a dropped sample is `NaN`; neither is ever 0.
 */

export interface Activity {
  /** Lower-camel name from the FIT profile (`running`, `cycling`), for every source; an unknown number as text. */
  sport: string;
  /** As `sport` (`trail`, `treadmill`, `generic`); `null` when the source does not say. */
  subSport: string | null;
  /** Unix time in seconds. */
  startTimeS: number;
  /** Offset of the runner's clock from UTC where the activity happened; `null` when the source does not say. */
  utcOffsetS: number | null;
  /** What the device or service itself summed up. */
  session: Session;
  laps: Lap[];
  /** When the timer stood still, in order, not overlapping. */
  pauses: Pause[];
  samples: Samples;
  device: Device | null;
}

/** The source's own totals; trusted over sums of samples where `docs` of the field say so. */
export interface Session {
  distanceM: number | null;
  /** Time with the timer running. */
  timerS: number | null;
  /** Time from start to end, pauses included. */
  elapsedS: number | null;
  ascentM: number | null;
  descentM: number | null;
  avgCadenceSpm: number | null;
  avgHeartRateBpm: number | null;
  /** Perceived exertion 0–10 where the runner entered it on the watch. */
  perceivedExertion: number | null;
}

export interface Lap {
  startTimeS: number;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
}

export interface Pause {
  startTimeS: number;
  /** `Infinity` when the timer was never started again. */
  endTimeS: number;
}

/**
 * Samples in columns of equal length, strictly increasing in time. A column the source never recorded is `null`;
 * a value it dropped is `NaN`.
 */
export interface Samples {
  count: number;
  /** Unix time in seconds. */
  timeS: Float64Array;
  /** Cumulative, as the device counted it (before any calibration to the session's total). */
  distanceM: Float64Array | null;
  speedMps: Float64Array | null;
  altitudeM: Float64Array | null;
  /** Steps per minute, both feet. */
  cadenceSpm: Float64Array | null;
  heartRateBpm: Float64Array | null;
  powerW: Float64Array | null;
  latitudeDeg: Float64Array | null;
  longitudeDeg: Float64Array | null;
}

export interface Device {
  manufacturer: string | null;
  product: string | null;
  serialNumber: string | null;
}

/** Something in the source or the samples the runner should know; never stops the analysis. */
export interface Warning {
  kind: WarningKind;
  /** One sentence in plain English: what was found and what was done about it. */
  message: string;
}

export type WarningKind =
  | 'bad-crc'
  | 'truncated'
  | 'damaged'
  | 'clock-not-set'
  | 'time-jump'
  | 'recording-gap'
  | 'distance-calibrated'
  | 'speed-glitch'
  | 'altitude-glitch'
  | 'climb-contradicted'
  | 'grade-unknown'
  | 'no-samples'
  | 'no-positions'
  | 'no-distance'
  | 'local-time-unknown'
  | 'samples-outside-sessions'
  | 'suspect-sport'
  | 'heart-rate-like-cadence'
  | 'sdk-decode-failed'
  | 'summary-missing';
