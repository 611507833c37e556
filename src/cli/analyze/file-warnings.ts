/** What there is to know about a file: from decoding it, from its runs, and from the other files given. */

import type { WatchedContent } from '../watched-content.ts';
import type { JudgementOf } from './judged-files.ts';

export interface FileWarning {
  kind: string;
  message: string;
}

export function fileWarnings(content: WatchedContent, judgementOf: JudgementOf): FileWarning[] {
  const sameRuns = content.activities.flatMap((activity) => {
    const { countedIn } = judgementOf(activity);
    if (countedIn === null) return [];
    return [{ kind: 'same-run', message: `The same run as in ${countedIn}, which counts.` }];
  });
  return [...content.warnings, ...sameRuns];
}
