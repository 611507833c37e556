/**
 * Why a file could not be imported. Every message is a sentence or two for the runner: what happened, and what to do.
 * Positions are for reports, never needed to understand the message.
 */

export type ImportError =
  | EmptyFile
  | NotRecognised
  | UnsupportedFormat
  | NotAnActivity
  | NothingRecorded
  | Unreadable
  | TooLarge
  | BadGzip;

interface Failure {
  message: string;
  /** Where reading stopped, counted from the start of the (inflated) file. */
  byteOffset?: number;
  /** How many records had been read by then. */
  recordIndex?: number;
  expected?: string;
  found?: string;
}

export interface EmptyFile extends Failure {
  kind: 'empty-file';
}

/** No format we know begins like this. */
export interface NotRecognised extends Failure {
  kind: 'not-recognised';
}

/** Known, but this reader does not take it. */
export interface UnsupportedFormat extends Failure {
  kind: 'unsupported-format';
  format: 'zip' | 'gzip';
}

/** A sound file that holds something else than an activity. */
export interface NotAnActivity extends Failure {
  kind: 'not-an-activity';
  /** Name from the FIT profile (`settings`, `course`), or its number as text; `route` for places without times. */
  fileType: string;
}

/** An activity file without a session and without a single record. */
export interface NothingRecorded extends Failure {
  kind: 'nothing-recorded';
}

/** Begins like an activity file and then cannot be followed. */
export interface Unreadable extends Failure {
  kind: 'unreadable';
  byteOffset: number;
}

export interface TooLarge extends Failure {
  kind: 'too-large';
  limitBytes: number;
}

export interface BadGzip extends Failure {
  kind: 'bad-gzip';
}

export const emptyFile = (): EmptyFile => ({
  kind: 'empty-file',
  message:
    'This file is empty. Export it again from your watch or its app, then choose the new file.',
  byteOffset: 0,
});

export const notRecognised = (found: string): NotRecognised => ({
  kind: 'not-recognised',
  message:
    'This does not look like a file from a sports watch. Choose the .fit, .gpx or .tcx file of the activity.',
  byteOffset: 0,
  expected: 'a FIT, GPX or TCX file',
  found,
});

const UNSUPPORTED: Record<UnsupportedFormat['format'], string> = {
  zip: 'This is a ZIP archive. Unpack it first, then choose the files inside.',
  gzip: 'This file is compressed inside another compressed file. Unpack it first, then choose the file inside.',
};

export const unsupportedFormat = (format: UnsupportedFormat['format']): UnsupportedFormat => ({
  kind: 'unsupported-format',
  format,
  message: UNSUPPORTED[format],
});

export const notAnActivity = (fileType: string): NotAnActivity => ({
  kind: 'not-an-activity',
  fileType,
  message: `This file holds no activity: your watch marked it as "${fileType}". Choose a file from the folder of activities.`,
  expected: 'activity',
  found: fileType,
});

export const routeWithoutTimes = (): NotAnActivity => ({
  kind: 'not-an-activity',
  fileType: 'route',
  message:
    'This file says where, but not when: it is a planned route, or its times were removed. Export the recorded activity instead.',
  expected: 'points with times',
  found: 'places without times',
});

export const nothingRecorded = (): NothingRecorded => ({
  kind: 'nothing-recorded',
  message:
    'This activity file holds no run: neither a summary nor a single recorded second. If you ran, copy it from the watch again.',
});

export const unreadable = (
  at: Pick<Unreadable, 'byteOffset' | 'expected' | 'found'>,
): Unreadable => ({
  kind: 'unreadable',
  message:
    'This file is damaged and nothing in it could be read. Copy it from your watch again, or export it again from its app.',
  recordIndex: 0,
  ...at,
});

/** XML that asks its reader for more than reading. */
export const refusedXml = (
  at: Pick<Unreadable, 'byteOffset' | 'expected' | 'found'>,
): Unreadable => ({
  kind: 'unreadable',
  message:
    'This file contains instructions that no recording of an activity needs, so it was not read. Export it again from your watch or its app.',
  ...at,
});

export const tooLarge = (limitBytes: number): TooLarge => ({
  kind: 'too-large',
  limitBytes,
  message: `This file is larger than ${Math.floor(limitBytes / 1_000_000)} MB when unpacked, more than can be read here. Choose the file of a single activity; a very long one is small enough as FIT.`,
});

export const badGzip = (): BadGzip => ({
  kind: 'bad-gzip',
  message:
    'This compressed file is damaged or incomplete and could not be unpacked. Download or export it again.',
});
