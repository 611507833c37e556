/** What an unpacked file is, by its first bytes. Its name is not looked at. */

export type ActivityFormat = 'fit' | 'gpx' | 'tcx';

const FIT_SIGNATURE_OFFSET = 8;
/** How far the root element of an XML file is looked for: past declarations, comments and licence headers. */
const XML_HEAD_BYTES = 4096;

export function activityFormat(bytes: Uint8Array): ActivityFormat | null {
  if (ascii(bytes, FIT_SIGNATURE_OFFSET, FIT_SIGNATURE_OFFSET + 4) === '.FIT') return 'fit';
  // Without its NUL bytes, UTF-16 reads as ASCII does.
  const head = ascii(bytes, 0, XML_HEAD_BYTES).replaceAll('\0', '');
  const root = /<(?:[\w.-]+:)?(gpx|TrainingCenterDatabase)[\s>]/.exec(head)?.[1];
  if (root === undefined) return null;
  return root === 'gpx' ? 'gpx' : 'tcx';
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
