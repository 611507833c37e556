/** What a file is, judged by its first bytes alone: names and content types that senders give are not looked at. */

export type FileFormat = 'fit' | 'gzip' | 'zip' | 'gpx' | 'tcx' | 'unknown';

/** How far into an XML file its root element is looked for: past declarations, comments and licence headers. */
const XML_HEAD_BYTES = 4096;
const FIT_SIGNATURE_OFFSET = 8;

export function sniff(bytes: Uint8Array): FileFormat {
  if (startsWith(bytes, FIT_SIGNATURE_OFFSET, '.FIT')) return 'fit';
  if (startsWith(bytes, 0, '\x1f\x8b')) return 'gzip';
  if (startsWith(bytes, 0, 'PK\x03\x04') || startsWith(bytes, 0, 'PK\x05\x06')) return 'zip';
  const root = /<(?:[\w.-]+:)?(gpx|TrainingCenterDatabase)[\s>]/.exec(textHead(bytes));
  if (root === null) return 'unknown';
  return root[1] === 'gpx' ? 'gpx' : 'tcx';
}

function startsWith(bytes: Uint8Array, at: number, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) {
    if (bytes[at + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** The ASCII of the head. NUL bytes are dropped, so that UTF-16 reads the same. */
function textHead(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, XML_HEAD_BYTES)) {
    if (byte !== 0) text += String.fromCharCode(byte);
  }
  return text;
}
