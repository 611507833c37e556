import { describe, expect, it } from 'vitest';
import { archiveProblem, type ProblemKind } from '../../src/archive/archive-problem.ts';

/** Every kind, held complete by its type. */
const LEAVES: Record<ProblemKind, 'nothing' | 'a part'> = {
  encrypted: 'nothing',
  'unsupported-method': 'nothing',
  'too-large': 'nothing',
  damaged: 'nothing',
  'empty-file': 'nothing',
  'not-recognised': 'nothing',
  'hidden-archive': 'nothing',
  'unknown-table': 'a part',
  'not-a-zip': 'nothing',
  'empty-archive': 'nothing',
  'no-activity-files': 'nothing',
  truncated: 'a part',
  'damaged-archive': 'a part',
  'split-archive': 'a part',
  'nested-too-deep': 'nothing',
  'too-many-entries': 'a part',
  'expands-too-much': 'a part',
  'source-lost': 'a part',
};

const WHAT_TO_DO = /\b(choose|download|export|unpack|join)\b/i;
const WHAT_IS_KEPT = /\bkept\b|come from their files/;

describe('what an archive could not give', () => {
  it.each(Object.keys(LEAVES) as ProblemKind[])(
    'says what happened, what is kept and what to do: %s',
    (kind) => {
      const { message } = archiveProblem(kind, 'export.zip');
      expect(message.split('. ').length).toBeGreaterThan(1);
      if (kind !== 'unknown-table') expect(message).toMatch(WHAT_TO_DO);
      if (LEAVES[kind] === 'a part') expect(message).toMatch(WHAT_IS_KEPT);
    },
  );
});
