/** What is said of one activity of an added file. */

/** One result of `POST /api/imports`: of an activity in the file, or of the file when nothing could be made of it. */
export interface ImportAnswer {
  status: 'added' | 'duplicate' | 'not-a-run' | 'failed';
  /** Of the run that counts. */
  activityId?: string;
  reason?: string;
  /** The run that counts in place of this recording of it. */
  twinOf?: string;
  /** This recording, where another one counts. */
  recordingId?: string;
  /** Recordings of the same run that gave way to this one. */
  replaces?: string[];
  /** The runner removed it; it can be restored. */
  isRemoved?: true;
  /** Part of the file could not be read; the warnings say how much came in. */
  isDamaged?: true;
  /** Absent for a run. */
  isRun?: false;
  /** In words, of what is no run: `Cycling`. */
  sport?: string;
  /** On the screen alone: what it was before the runner said that these are two runs. */
  before?: ImportAnswer;
  warnings: string[];
}

/** A file and what became of it. */
export interface UploadedFile {
  name: string;
  results: ImportAnswer[];
}

const CONTEXT = 'kept as context, counted nowhere';

const STATUS_WORDS: Record<ImportAnswer['status'], string> = {
  added: 'Added',
  duplicate: 'Already here',
  'not-a-run': `Not a run: ${CONTEXT}`,
  failed: 'Failed',
};

/** `Added`, `Failed: the file ends in the middle`, `Cycling, not a run: kept as context, counted nowhere`. */
export function importLine(answer: ImportAnswer): string {
  const words = outcomeWords(answer);
  const { reason } = answer;
  return reason === undefined ? words : `${words}: ${reason}`;
}

function outcomeWords({ status, sport, isDamaged }: ImportAnswer): string {
  if (status === 'not-a-run' && sport !== undefined) return `${sport}, not a run: ${CONTEXT}`;
  if (status === 'added' && isDamaged) return 'Added what could be read of a damaged file';
  return STATUS_WORDS[status];
}

/** Whether there is a page to lead to. */
export const hasRunPage = ({ status, activityId, isRun, isRemoved }: ImportAnswer): boolean =>
  activityId !== undefined && status !== 'not-a-run' && isRun !== false && !isRemoved;
