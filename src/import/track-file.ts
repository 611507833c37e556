/**
 * What GPX and TCX have in common on the way from bytes to activities; what is peculiar to a format is given by it. Must
 * not know either.
 */
import type { Activity, Warning } from '../analysis/activity.ts';
import { err, ok, type Result } from '../analysis/result.ts';
import { activityWarnings } from './activity-warnings.ts';
import type { DecodedFile } from './decode-file.ts';
import { type ImportError, nothingRecorded, unreadable } from './import-error.ts';
import type { TrackPoints } from './track-points.ts';
import { faultWarnings } from './xml/fault-warnings.ts';
import { readXml, type XmlFault } from './xml/read-xml.ts';
import type { ElementVisitor } from './xml/walk-elements.ts';

export interface TrackFile {
  points: TrackPoints;
  fault: XmlFault | null;
}

export interface DecodedActivity {
  activity: Activity;
  /** Of the file, found with this activity. */
  warnings: Warning[];
}

/** Above a year of runs in one file; each costs an analysis, and a file can be made to hold a hundred thousand. */
const MOST_ACTIVITIES = 500;

const TOO_MANY_ACTIVITIES: Warning = {
  kind: 'damaged',
  message: `The file holds more than ${MOST_ACTIVITIES} activities; the first ones were kept.`,
};

/** What `reader` has gathered when it has seen every element, and where the text was not sound. */
export function readTrackFile<Content>(
  bytes: Uint8Array,
  reader: ElementVisitor & { readonly file: Content },
): Result<Content & Pick<TrackFile, 'fault'>, ImportError> {
  const fault = readXml(bytes, reader);
  return fault.ok ? ok({ ...reader.file, fault: fault.value }) : fault;
}

/** `toActivity` gives `null` for what cannot be placed in time; `instead`: what the file holds when it has no activity. */
export function decodedTracks<Found>(
  { points, fault }: TrackFile,
  found: readonly Found[],
  toActivity: (found: Found) => DecodedActivity | null,
  instead: ImportError | null,
): Result<DecodedFile, ImportError> {
  const decoded = found.slice(0, MOST_ACTIVITIES).flatMap((each) => toActivity(each) ?? []);
  if (decoded.length === 0) return err(instead ?? nothingIn(fault));
  const activities = decoded.map(({ activity }) => activity);
  return ok({
    activities,
    warnings: [
      ...decoded.flatMap(({ warnings }) => warnings),
      ...activityWarnings(activities),
      ...faultWarnings(fault, points.count, activities),
      ...(found.length > MOST_ACTIVITIES ? [TOO_MANY_ACTIVITIES] : []),
    ],
    records: points.count,
  });
}

function nothingIn(fault: XmlFault | null): ImportError {
  if (fault === null) return nothingRecorded();
  const { byteOffset, kind } = fault;
  return unreadable({ byteOffset, expected: 'a track point', found: kind });
}
