/**
 * The bytes of an XML file → its text. Encodings are judged by what the bytes are, then by what the file says of itself:
 * services declare UTF-16 over UTF-8 bytes. A byte that means nothing becomes U+FFFD; never fails.
 */

/** How far into a file its declaration is looked for: past a byte order mark and stray white space. */
const DECLARATION_BYTES = 512;
/** Of these first bytes every second is 0 in UTF-16, whatever language follows the markup. */
const UTF16_PROBE_BYTES = 64;

export interface XmlText {
  text: string;
  /** As the Encoding Standard calls it: `utf-8`, `utf-16le`, `windows-1252`, … */
  encoding: string;
}

export function xmlText(bytes: Uint8Array): XmlText {
  const decoder =
    utf16Decoder(bytes) ?? declaredDecoder(bytes) ?? new TextDecoder('utf-8', KEEP_BOM);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

/** The class is a value in every platform's types, but a type only in some. */
type Decoder = InstanceType<typeof TextDecoder>;

/** A byte order mark stays in the text, so that places in the text and in the file agree. */
const KEEP_BOM = { ignoreBOM: true, fatal: false };

/** Bytes before character `at`, to tell where in the file something is; about so where bytes were unreadable. */
export function byteOffset({ text, encoding }: XmlText, at: number): number {
  if (encoding === 'utf-8') return new TextEncoder().encode(text.slice(0, at)).length;
  return encoding.startsWith('utf-16') ? 2 * at : at;
}

function utf16Decoder(bytes: Uint8Array): Decoder | null {
  const probe = bytes.subarray(0, UTF16_PROBE_BYTES);
  let evenZeros = 0;
  let oddZeros = 0;
  probe.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) evenZeros++;
    else oddZeros++;
  });
  if (Math.max(evenZeros, oddZeros) < probe.length / 4) return null;
  return new TextDecoder(oddZeros > evenZeros ? 'utf-16le' : 'utf-16be', KEEP_BOM);
}

function declaredDecoder(bytes: Uint8Array): Decoder | null {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const label = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  if (label === undefined || /^utf-?16|^ucs|^iso-10646/i.test(label)) return null;
  try {
    return new TextDecoder(label, KEEP_BOM);
  } catch {
    return null;
  }
}
