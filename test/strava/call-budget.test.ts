import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerLease,
  type CallBudget,
  leaseCall,
  NEW_BUDGET,
  returnLease,
} from '../../src/strava/call-budget.ts';
import type { CallPriority } from '../../src/strava/call-turns.ts';
import {
  NO_RATE_REPORT,
  type RateReport,
  windowEndS,
  windowStartS,
} from '../../src/strava/rate-limit.ts';

const MIDNIGHT_S = Date.UTC(2026, 10, 20) / 1000;
const QUARTER_S = 900;

/** Takes leases until there is no more; the budget after it, how many there were, and when to come back. */
function leaseAll(
  budget: CallBudget,
  nowS: number,
  { priority = 'later', isRead = true, prefix = 'a' }: Partial<Wanted> = {},
) {
  let current = budget;
  for (let granted = 0; ; granted++) {
    const id = `${prefix}${granted}`;
    // What cannot wait comes from many athletes.
    const caller = priority === 'prompt' ? id : 'one';
    const { budget: next, lease } = leaseCall(current, { id, isRead, caller, priority }, nowS);
    current = next;
    if (!lease.isGranted) return { budget: current, granted, retryAtS: lease.retryAtS };
  }
}
interface Wanted {
  priority: CallPriority;
  isRead: boolean;
  prefix: string;
}

const told = (reads: number, overall = reads): RateReport => ({
  overall: { quarterHour: { limit: 200, used: overall }, day: { limit: 2000, used: overall } },
  reads: { quarterHour: { limit: 100, used: reads }, day: { limit: 1000, used: reads } },
});

describe('a quarter-hour', () => {
  it('has 80 of 100 reads for the background, and 20 more for what cannot wait', () => {
    const background = leaseAll(NEW_BUDGET, MIDNIGHT_S);
    const prompt = leaseAll(background.budget, MIDNIGHT_S, { priority: 'prompt', prefix: 'p' });
    expect([background.granted, prompt.granted]).toEqual([80, 20]);
    expect(prompt.retryAtS).toBe(MIDNIGHT_S + QUARTER_S + 2);
  });

  it('has 200 calls in all, of which no more than 100 read', () => {
    const reads = leaseAll(NEW_BUDGET, MIDNIGHT_S, { priority: 'prompt' });
    const others = leaseAll(reads.budget, MIDNIGHT_S, {
      priority: 'prompt',
      isRead: false,
      prefix: 'w',
    });
    expect([reads.granted, others.granted]).toEqual([100, 100]);
  });

  it('begins anew for leases that are answered, and counts open ones in both', () => {
    let { budget } = leaseAll(NEW_BUDGET, MIDNIGHT_S + QUARTER_S - 10);
    for (let i = 0; i < 50; i++) {
      budget = answerLease(
        budget,
        `a${i}`,
        { rate: told(i + 1), refusedUntilS: null },
        MIDNIGHT_S + QUARTER_S - 5,
      );
    }
    expect(leaseAll(budget, MIDNIGHT_S + QUARTER_S, { prefix: 'b' }).granted).toBe(50);
  });
});

describe('what Strava tells', () => {
  const oneLeased = leaseCall(
    NEW_BUDGET,
    { id: 'x', isRead: true, caller: 'one', priority: 'later' },
    MIDNIGHT_S,
  ).budget;
  const answered = (rate: RateReport, refusedUntilS: number | null = null) =>
    answerLease(oneLeased, 'x', { rate, refusedUntilS }, MIDNIGHT_S + 1);

  it('makes calls count that others have made', () => {
    expect(leaseAll(answered(told(60)), MIDNIGHT_S + 1).granted).toBe(20);
  });

  it('raises and lowers the limits, and they stay', () => {
    const limited = (quarterHour: number) => ({
      overall: null,
      reads: { quarterHour: { limit: quarterHour, used: 1 }, day: { limit: 1000, used: 1 } },
    });
    expect(leaseAll(answered(limited(10)), MIDNIGHT_S + QUARTER_S).granted).toBe(8);
    expect(leaseAll(answered(limited(150)), MIDNIGHT_S + QUARTER_S).granted).toBe(120);
  });

  it('is not mistaken for the use of a window that has begun since', () => {
    const lateS = MIDNIGHT_S + QUARTER_S - 1;
    const wanted = { id: 'x', isRead: true, caller: 'one', priority: 'later' } as const;
    const { budget } = leaseCall(NEW_BUDGET, wanted, lateS);
    const answer = { rate: told(80), refusedUntilS: null };
    expect(leaseAll(answerLease(budget, 'x', answer, lateS + 2), lateS + 2).granted).toBe(79);
  });

  it('a refusal holds for everybody until its window ends', () => {
    const endsS = windowEndS('quarterHour', MIDNIGHT_S);
    const refused = answered(NO_RATE_REPORT, endsS);
    const { granted, retryAtS } = leaseAll(refused, MIDNIGHT_S + 2, { priority: 'prompt' });
    expect([granted, retryAtS]).toEqual([0, endsS + 2]);
    expect(leaseAll(refused, retryAtS).granted).toBe(80);
  });

  it('nothing: then every lease counts as a call', () => {
    expect(leaseAll(answered(NO_RATE_REPORT), MIDNIGHT_S + 1).granted).toBe(79);
  });
});

it('a day that is used up ends at midnight UTC', () => {
  let budget = NEW_BUDGET;
  let granted = 0;
  for (let quarter = 0; quarter < 20; quarter++) {
    const nowS = MIDNIGHT_S + quarter * QUARTER_S;
    const leased = leaseAll(budget, nowS, { prefix: `${quarter}-` });
    budget = leased.budget;
    for (let i = 0; i < leased.granted; i++) {
      granted++;
      const answer = { rate: NO_RATE_REPORT, refusedUntilS: null };
      budget = answerLease(budget, `${quarter}-${i}`, answer, nowS + 1);
    }
    if (granted === 800) expect(leased.retryAtS).toBeGreaterThanOrEqual(nowS);
  }
  expect(granted).toBe(800);
  expect(leaseAll(budget, MIDNIGHT_S + 20 * QUARTER_S).retryAtS).toBe(MIDNIGHT_S + 86_400 + 2);
});

it('a lease given back was never taken', () => {
  let { budget } = leaseAll(NEW_BUDGET, MIDNIGHT_S);
  for (let i = 0; i < 30; i++) budget = returnLease(budget, `a${i}`, MIDNIGHT_S + 1);
  expect(leaseAll(budget, MIDNIGHT_S + 1, { prefix: 'b' }).granted).toBe(30);
});

it('a lease that nobody answers is over after a minute, as a call', () => {
  const { budget } = leaseAll(NEW_BUDGET, MIDNIGHT_S + QUARTER_S - 61);
  expect(leaseAll(budget, MIDNIGHT_S + QUARTER_S - 1, { prefix: 'b' }).granted).toBe(0);
  expect(leaseAll(budget, MIDNIGHT_S + QUARTER_S, { prefix: 'b' }).granted).toBe(80);
});

it('survives being kept as JSON', () => {
  const { budget } = leaseAll(NEW_BUDGET, MIDNIGHT_S);
  expect(JSON.parse(JSON.stringify(budget))).toEqual(budget);
});

/** Strava's own count, and callers that use, lose, delay and give back their leases in any order. */
describe('no order of leases and answers', () => {
  const LIMITS = { overall: { quarterHour: 6, day: 16 }, reads: { quarterHour: 4, day: 11 } };
  const UNUSED = unusedOf(LIMITS);
  const MOST_S = 20;

  const step = fc.record({
    afterS: fc.oneof(
      { weight: 12, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 25 }) },
      { weight: 1, arbitrary: fc.constantFrom(60, 800) },
    ),
    what: fc.constantFrom('lease', 'lease', 'call', 'call', 'answer', 'repeat', 'give-back'),
    which: fc.nat({ max: 30 }),
    isRead: fc.boolean(),
    isPrompt: fc.boolean(),
    /** What the headers say of the use: it may lag behind. */
    says: fc.constantFrom('all', 'too-little', 'nothing'),
  });

  interface Held {
    id: string;
    isRead: boolean;
    useByS: number;
    calledAtS: number | null;
    rate: RateReport;
  }

  it('makes a call beyond a limit', () => {
    let [calls, refusals] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 60, maxLength: 150, size: 'max' }),
        fc.integer({ min: -60, max: 0 }),
        (steps, startS) => {
          const counted = new Map<string, number>();
          let budget: CallBudget = { ...NEW_BUDGET, limits: LIMITS };
          let held: Held[] = [];
          let nowS = MIDNIGHT_S + startS;
          steps.forEach(({ afterS, what, which, isRead, isPrompt, says }, i) => {
            nowS += afterS;
            // The others are lost: nobody will ever answer for them.
            held = held.filter(({ useByS, calledAtS }) =>
              calledAtS === null ? nowS <= useByS : nowS <= calledAtS + MOST_S,
            );
            const oneOf = (isCalled: boolean): Held | undefined => {
              const found = held.filter(({ calledAtS }) => (calledAtS !== null) === isCalled);
              return found[which % found.length];
            };
            if (what === 'lease') {
              const wanted = {
                id: String(i),
                isRead,
                caller: String(which % 3),
                priority: isPrompt ? 'prompt' : which % 2 === 0 ? 'soon' : 'later',
              } as const;
              const { budget: next, lease } = leaseCall(budget, wanted, nowS);
              budget = next;
              if (!lease.isGranted) refusals++;
              else held.push({ ...wanted, ...lease, calledAtS: null, rate: NO_RATE_REPORT });
              return;
            }
            const chosen = oneOf(what === 'answer' || what === 'repeat');
            if (chosen === undefined) return;
            if (what === 'call') {
              calls++;
              chosen.calledAtS = nowS;
              chosen.rate = countedCall(counted, chosen.isRead, nowS);
              return;
            }
            const rate =
              says === 'all' ? chosen.rate : says === 'nothing' ? NO_RATE_REPORT : UNUSED;
            budget =
              what === 'give-back'
                ? returnLease(budget, chosen.id, nowS)
                : answerLease(budget, chosen.id, { rate, refusedUntilS: null }, nowS);
            if (what !== 'repeat') held = held.filter((each) => each !== chosen);
          });
        },
      ),
      { numRuns: 1000 },
    );
    expect(calls).toBeGreaterThan(4000);
    expect(refusals).toBeGreaterThan(5000);
  });

  function unusedOf({ overall, reads }: CallBudget['limits']): RateReport {
    const unused = (limits: { quarterHour: number; day: number }) => ({
      quarterHour: { limit: limits.quarterHour, used: 0 },
      day: { limit: limits.day, used: 0 },
    });
    return { overall: unused(overall), reads: unused(reads) };
  }

  /** Counts as Strava does, and fails where it would refuse. */
  function countedCall(counted: Map<string, number>, isRead: boolean, nowS: number): RateReport {
    const use = (pool: 'overall' | 'reads', window: 'quarterHour' | 'day', by: number) => {
      const key = `${pool} ${window} ${windowStartS(window, nowS)}`;
      const used = (counted.get(key) ?? 0) + by;
      const limit = LIMITS[pool][window];
      counted.set(key, used);
      expect(used, key).toBeLessThanOrEqual(limit);
      return { limit, used };
    };
    const pool = (name: 'overall' | 'reads', by: number) => ({
      quarterHour: use(name, 'quarterHour', by),
      day: use(name, 'day', by),
    });
    return { overall: pool('overall', 1), reads: pool('reads', isRead ? 1 : 0) };
  }
});
