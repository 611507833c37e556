import { expect, test } from 'vitest';
import { leaseCall, NEW_BUDGET } from '../../src/strava/call-budget.ts';
import { type CallPriority, LATE_S } from '../../src/strava/call-turns.ts';

const MIDNIGHT_S = Date.UTC(2026, 10, 20) / 1000;
const QUARTER_S = 900;
/** A tenth of the 80 calls that a new app's background has in a quarter-hour. */
const FARTHEST_AHEAD = 8;

/** A budget that callers share, and the time. */
function shared() {
  let budget = NEW_BUDGET;
  let nowS = MIDNIGHT_S;
  let id = 0;
  return {
    later(seconds: number) {
      nowS += seconds;
    },
    /** `null` when granted, else the seconds to wait. */
    ask(caller: string, priority: CallPriority): number | null {
      const leased = leaseCall(budget, { id: String(id++), isRead: true, caller, priority }, nowS);
      budget = leased.budget;
      return leased.lease.isGranted ? null : leased.lease.retryAtS - nowS;
    },
    /** How many calls are granted before the first that is not. */
    askAll(caller: string, priority: CallPriority): number {
      let granted = 0;
      while (this.ask(caller, priority) === null) granted++;
      return granted;
    },
  };
}

test('who is alone has every call of the background', () => {
  expect(shared().askAll('one', 'later')).toBe(80);
});

test('what can wait does, while anybody asks for what is needed soon, and goes on a minute after the last of it', () => {
  const budget = shared();
  expect(budget.ask('one', 'soon')).toBeNull();
  expect(budget.ask('other', 'later')).toBe(10);
  expect(budget.ask('other', 'prompt')).toBeNull();
  expect(budget.ask('other', 'soon')).toBeNull();
  budget.later(LATE_S - 1);
  expect(budget.ask('other', 'later')).toBe(10);
  budget.later(1);
  expect(budget.ask('other', 'later')).toBeNull();
});

test('who turns to what can wait holds up nobody any more', () => {
  const budget = shared();
  expect(budget.ask('one', 'soon')).toBeNull();
  expect(budget.ask('one', 'later')).toBeNull();
  expect(budget.ask('other', 'later')).toBeNull();
});

test('who was sent away until the next window comes first in it, if not late by more than a minute', () => {
  for (const [lateS, answer] of [
    [LATE_S - 3, 10],
    [LATE_S, null],
  ] as const) {
    const budget = shared();
    budget.askAll('one', 'soon');
    budget.later(QUARTER_S + 2 + lateS);
    expect(budget.ask('other', 'later')).toBe(answer);
  }
});

test('nobody is more calls ahead of another who waits for the same than a tenth of a window', () => {
  const budget = shared();
  expect(budget.ask('other', 'soon')).toBeNull();
  expect(budget.askAll('one', 'soon')).toBe(FARTHEST_AHEAD + 1);
  expect(budget.askAll('other', 'soon')).toBe(2 * FARTHEST_AHEAD);
  expect(budget.askAll('one', 'soon')).toBe(2 * FARTHEST_AHEAD);
  budget.later(10 + LATE_S);
  expect(budget.askAll('one', 'soon')).toBe(80 - 5 * FARTHEST_AHEAD - 2);
});

test('what one was ahead is forgotten with the next window', () => {
  const budget = shared();
  budget.ask('other', 'later');
  budget.askAll('one', 'later');
  budget.later(LATE_S);
  budget.askAll('one', 'later');
  budget.later(QUARTER_S);
  expect(budget.ask('other', 'later')).toBeNull();
  expect(budget.ask('one', 'later')).toBeNull();
});

test('one may have ten calls of a quarter-hour without waiting; the next one waits as what is needed soon does', () => {
  const budget = shared();
  expect(budget.askAll('other', 'later')).toBe(80);
  expect(budget.askAll('one', 'prompt')).toBe(10);
  expect(budget.ask('another', 'prompt')).toBeNull();
  budget.later(QUARTER_S);
  expect(budget.ask('one', 'prompt')).toBeNull();
});

test('who has asked without waiting too often is still served while there are calls', () => {
  const budget = shared();
  expect(budget.askAll('one', 'prompt')).toBe(80);
});
