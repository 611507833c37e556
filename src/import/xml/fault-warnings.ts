/** What the runner should know about a file whose text was not sound. */
import type { Activity, Warning } from '../../analysis/activity.ts';
import { keptSamples } from '../kept-samples.ts';
import type { XmlFault } from './read-xml.ts';

/** `points`: how many track points were read all the same, from which `activities` came. */
export function faultWarnings(
  fault: XmlFault | null,
  points: number,
  activities: readonly Activity[],
): Warning[] {
  if (fault === null) return [];
  const samples = keptSamples(points, activities);
  const message =
    fault.kind === 'truncated'
      ? `The file ends too early; the first ${samples} were kept.`
      : `The file is damaged, first at byte ${fault.byteOffset}; the ${samples} that could be read were kept.`;
  return [{ kind: fault.kind, message }];
}
