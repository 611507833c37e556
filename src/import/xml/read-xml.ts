/** Bytes of an XML file → a walk through its elements, safe against whatever the bytes are. */
import { err, ok, type Result } from '../../analysis/result.ts';
import { type ImportError, refusedXml, tooLarge } from '../import-error.ts';
import { tidyMarkup } from './tidy-markup.ts';
import { type ElementVisitor, walkElements } from './walk-elements.ts';
import { byteOffset, xmlText } from './xml-text.ts';

/**
 * Bytes. A day at one point a second is 35 MB of GPX and 55 MB of TCX. Text and bytes are in memory together, and a Worker
 * has 128 MB.
 */
const LARGEST_XML_BYTES = 60_000_000;

/** Where the text stopped being sound. All that could be read was read, before it and behind it. */
export interface XmlFault {
  kind: 'damaged' | 'truncated';
  byteOffset: number;
}

/** Shows `visitor` the elements of the file. `null`: all of it was sound. Refuses what no recording needs. */
export function readXml(
  bytes: Uint8Array,
  visitor: ElementVisitor,
): Result<XmlFault | null, ImportError> {
  if (bytes.length > LARGEST_XML_BYTES) return err(tooLarge(LARGEST_XML_BYTES));
  const decoded = xmlText(bytes);
  const { markup, fault } = tidyMarkup(decoded.text);
  const at = fault === null ? 0 : byteOffset(decoded, fault.at);
  if (fault?.kind === 'document-type') return refused(at, 'no document type', '<!DOCTYPE');
  if (fault?.kind === 'too-complex') return refused(at, 'a track', 'more or deeper elements');
  const refusal = walkElements(markup, visitor);
  if (refusal !== null) return refused(0, 'names of GPX or TCX', refusal);
  return ok(fault === null ? null : { kind: fault.kind, byteOffset: at });
}

const refused = (byteOffset: number, expected: string, found: string) =>
  err(refusedXml({ byteOffset, expected, found }));
