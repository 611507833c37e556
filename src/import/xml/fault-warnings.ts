/** What the runner should know about a file whose text was not sound. */
import type { Warning } from '../../analysis/activity.ts';
import type { XmlFault } from './read-xml.ts';

/** `points`: how many track points were read all the same. */
export function faultWarnings(fault: XmlFault | null, points: number): Warning[] {
  if (fault === null) return [];
  const message =
    fault.kind === 'truncated'
      ? `The file ends too early; the first ${points} samples were kept.`
      : `The file is damaged, first at byte ${fault.byteOffset}; the ${points} samples that could be read were kept.`;
  return [{ kind: fault.kind, message }];
}
