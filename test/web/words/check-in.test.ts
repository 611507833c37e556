import { describe, expect, it } from 'vitest';
import { WARNING_SIGNS } from '../../../src/analysis/diary.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { CHECK_IN, dayName, placeName } from '../../../web/words/en/check-in.ts';
import {
  answerWords,
  type Felt,
  feltWords,
  type Guide,
  SIGNS_BY_URGENCY,
  signAdvice,
  symmetryWords,
} from '../../../web/words/en/check-in-said.ts';

const NOTHING: Felt = {
  stiffness: null,
  firstStepsPain: null,
  painDuring: null,
  painAfter: null,
  nextDayResponse: null,
};
const USUAL: Guide = { ceiling: 3, lastRunPain: null };
const felt = (said: Partial<Felt>, guide = USUAL) => feltWords({ ...NOTHING, ...said }, guide);

describe('what was felt, against the guide', () => {
  it('says nothing where nothing was said: missing is not "no symptoms"', () => {
    expect(felt({})).toBeNull();
  });

  it('is inside at the ceiling and above it one further', () => {
    expect(felt({ firstStepsPain: 3 })).toBe('3/10: inside the usual guide (3/10 or less).');
    expect(felt({ firstStepsPain: 4 })).toMatch(/^4\/10 is above the usual guide .* hold\./);
  });

  it('takes the ceiling agreed with a clinician, and says whose it is', () => {
    const agreed = { ...USUAL, ceiling: 5 };
    expect(felt({ firstStepsPain: 5 }, agreed)).toBe(
      '5/10: inside the limit agreed with your clinician (5/10 or less).',
    );
    expect(felt({ firstStepsPain: 6 }, agreed)).toMatch(/^6\/10 is above the limit agreed/);
  });

  it('back to normal is said of the run before alone, with the pain of that run', () => {
    const after = { ...USUAL, lastRunPain: 2 };
    expect(felt({ firstStepsPain: 1, nextDayResponse: 'same' }, after)).toBe(
      '2/10 and back to normal within a day: inside the usual guide (3/10 or less).',
    );
    expect(felt({ painDuring: 1, nextDayResponse: 'better' }, after)).toBe(
      '2/10: inside the usual guide (3/10 or less). Tomorrow morning decides.',
    );
    expect(felt({ nextDayResponse: 'same' }, { ...USUAL, lastRunPain: 5 })).toMatch(
      /^5\/10 is above/,
    );
  });

  it('worse is a hold, however little it hurts', () => {
    expect(felt({ firstStepsPain: 1, nextDayResponse: 'worse' })).toMatch(/worse than .* hold\./);
    expect(felt({ nextDayResponse: 'worse' })).toMatch(/^Worse than .* hold\./);
  });

  it('a pain of 0 is said', () => {
    expect(felt({ firstStepsPain: 0, stiffness: 4 })).toMatch(/^0\/10: inside/);
  });

  it('a ticked sign outranks every number', () => {
    expect(answerWords({ ...NOTHING, firstStepsPain: 1 }, ['calf-swelling'], USUAL)).toBe(
      CHECK_IN.signs.urgent,
    );
  });
});

describe('signs', () => {
  it('each stands in one group', () => {
    expect(Object.values(SIGNS_BY_URGENCY).flat().sort()).toEqual([...WARNING_SIGNS].sort());
  });

  it('what to do is said once, the most urgent first', () => {
    const advice = signAdvice(['fluoroquinolone', 'swelling-or-gap', 'sudden-pop']);
    expect(advice).toEqual([
      'Get emergency care now. This can mean a rupture.',
      'Ask a doctor promptly, before the next dose. These antibiotics can harm tendons.',
    ]);
  });
});

describe('heel raises', () => {
  it('need both sides', () => {
    expect(symmetryWords(20, null)).toBeNull();
  });

  it('are compared side by side, and never called better', () => {
    expect(symmetryWords(18, 20)).toMatch(/^Left is at 90% of the other side\..*about 90%/);
    expect(symmetryWords(20, 15)).toMatch(/^Right is at 75%/);
    expect(symmetryWords(20, 20)).toMatch(/^Both sides the same\./);
    expect(symmetryWords(0, 0)).toMatch(/^None on either side\./);
    expect(symmetryWords(25, 24)).not.toMatch(/improv|better/i);
  });
});

it('a day is named with its year when that is another', () => {
  const today = '2026-03-02' as LocalDate;
  expect(dayName(today, today)).toBe('Mon 2 Mar, today');
  expect(dayName('2026-03-01' as LocalDate, today)).toBe('Sun 1 Mar');
  expect(dayName('2025-03-02' as LocalDate, today)).toBe('Sun 2 Mar 2025');
});

it('a place is named by what was said of it', () => {
  expect(placeName('left', 'mid-portion')).toBe('left, mid-tendon');
  expect(placeName(null, 'heel-bone')).toBe('at the heel bone');
  expect(placeName(null, null)).toBeNull();
});
