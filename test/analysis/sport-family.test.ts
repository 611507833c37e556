import { expect, test } from 'vitest';
import { sportFamily } from '../../src/analysis/sport-family.ts';

test.each([
  ['running', 'running'],
  ['hiking', 'walking'],
  ['eBiking', 'cycling'],
  ['swimming', 'swimming'],
  ['soccer', 'court-and-field'],
  ['tennis', 'court-and-field'],
  ['padel', 'court-and-field'],
  ['jumpRope', 'court-and-field'],
  ['rowing', 'other'],
  ['4711', 'other'],
])('%s is of the family %s', (sport, family) => {
  expect(sportFamily(sport)).toBe(family);
});
