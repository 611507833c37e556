import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/analysis/local-date.ts';
import { statusWords } from '../../../web/words/en/status.ts';
import { runnerView, TODAY } from '../runner.ts';

describe('the status sentence', () => {
  it('says that the week is well above usual, what rose, and on what that rests', () => {
    const { level, headline, detail, notice } = statusWords(runnerView());
    expect(level).toBe('well-above');
    expect(headline).toBe('This week: well above your usual range.');
    expect(detail).toBe(
      'Distance, fast running and climb rose within 7 days. Based on 27 runs since 10 Mar.',
    );
    expect(notice).toBeNull();
  });

  it('stays calm in an ordinary week, and leaves the last word to the tendon', () => {
    const { level, headline, detail } = statusWords(runnerView({ isCalm: true }));
    expect(level).toBe('usual');
    expect(headline).toBe('This week looks like your usual running.');
    expect(detail).toMatch(/^No flags\. How your tendon feels still decides\./);
  });

  it('keeps "range" for the seven days: a run that stood out is told as a run', () => {
    const view = runnerView();
    const runsOnly = (kind: 'above' | 'well-above', runsStandingOut: number) =>
      statusWords({
        ...view,
        status: { ...view.status, kind, weekKind: 'usual', runsStandingOut },
      });
    expect(runsOnly('above', 1)).toMatchObject({
      headline: 'This week: one run stood out.',
      levelWord: 'One run above usual',
    });
    expect(runsOnly('well-above', 2)).toMatchObject({
      headline: 'This week: 2 runs well above what you are used to.',
      levelWord: '2 runs well above usual',
    });
    const both = {
      ...view.status,
      kind: 'well-above',
      weekKind: 'above',
      runsStandingOut: 1,
    } as const;
    expect(statusWords({ ...view, status: both }).headline).toBe(
      'This week: above your usual range, and one run well above what you are used to.',
    );
  });

  it('gives no level after two weeks of running, and says what is needed', () => {
    const { level, headline, detail } = statusWords(runnerView({ weeks: 2 }));
    expect(level).toBe('not-enough-data');
    expect(headline).toBe('Not enough data yet to know your usual week.');
    expect(detail).toContain('needs 4 weeks with a run and 8 runs');
  });

  it('does not call seven days without a run usual running', () => {
    const habits = { isCalm: true };
    const headline = (days: number) =>
      statusWords(runnerView(habits, addDays(TODAY, days))).headline;
    expect(headline(6)).toBe('This week looks like your usual running.');
    expect(headline(7)).toBe('This week has no runs.');
  });

  it('asks about rest or missing files once nothing has come for more than 14 days', () => {
    const habits = { isCalm: true };
    expect(statusWords(runnerView(habits, addDays(TODAY, 14))).notice).toBeNull();
    expect(statusWords(runnerView(habits, addDays(TODAY, 15))).notice).toBe(
      'No runs since 10 May. Rest, or missing files?',
    );
  });

  it('names the week it speaks of when that is not this one', () => {
    const { headline } = statusWords(runnerView({}, addDays(TODAY, 300)));
    expect(headline).toBe('The week to 10 May 2026: well above your usual range.');
  });
});
