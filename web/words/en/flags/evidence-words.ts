/** How strong the evidence behind a flag is. */
import type { EvidenceGrade, Flag } from '../../../../src/analysis/flags/flag.ts';
import { capitalised, listed } from '../levels.ts';

const EVIDENCE_WORDS: Record<EvidenceGrade, string> = {
  cohort: 'large study of runners, not Achilles-only',
  mechanics: 'laboratory measurements',
  clinical: 'clinical advice',
  heuristic: 'our own estimate',
  logic: 'plain logic, no study',
};

export const evidenceWords = ({ evidence }: Flag): string =>
  capitalised(listed(evidence.map((grade) => EVIDENCE_WORDS[grade])));
