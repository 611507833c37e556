import { describe, expect, it } from 'vitest';
import { dashboardView } from '../../../src/analysis/dashboard-view.ts';
import type { CheckIn, Diary } from '../../../src/analysis/diary.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import { addDays } from '../../../src/analysis/local-date.ts';
import { statusWords } from '../../../web/words/en/status.ts';
import { checkInOn, diaryOf } from '../../analysis/diary-builder.ts';
import { runnerRuns, runnerView, TODAY } from '../runner.ts';

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

  describe('when the tendon complains', () => {
    const complaining = (isCalm: boolean, checkIns: CheckIn[], signs: Diary['signs'] = []) => {
      const history = judgeHistory(
        runnerRuns({ isCalm }),
        { weekStart: 1, fastThresholdMps: null },
        TODAY,
        diaryOf({ checkIns, signs }),
      );
      return statusWords(dashboardView(history, TODAY));
    };
    const mornings = (...points: number[]) =>
      points.map((stiffness, index) =>
        checkInOn(addDays(TODAY, index + 1 - points.length), { stiffness }),
      );

    it('puts it before the load, however calm or high that is', () => {
      expect(complaining(true, mornings(1, 1, 1, 5, 5, 5))).toMatchObject({
        level: 'well-above',
        levelWord: 'Hold',
        headline: 'Hold: flat, easy, short.',
        detail: 'This week looks like your usual running. Based on 27 runs since 10 Mar.',
      });
      expect(complaining(false, [checkInOn(TODAY, { nextDayResponse: 'worse' })])).toMatchObject({
        headline: 'Hold: flat, easy, short.',
        detail: expect.stringMatching(/^This week: well above your usual range\./),
      });
    });

    it('names what is not yet a reason to hold', () => {
      expect(complaining(true, mornings(1, 1, 1, 1, 5, 5))).toMatchObject({
        level: 'above',
        levelWord: 'Tendon: above usual',
        headline: 'Stiffer than your normal on 2 mornings.',
      });
    });

    it('says of which day it speaks once that is not the last', () => {
      const stiff = mornings(1, 1, 1, 1, 5, 5, 1, 1);
      expect(complaining(true, stiff).headline).toBe(
        'Stiffer than your normal on 2 mornings (8 May).',
      );
    });

    it('puts a ticked sign before everything', () => {
      const sign = { sign: 'sudden-pop', from: addDays(TODAY, -20), until: null } as const;
      expect(complaining(false, mornings(1, 1, 1, 5, 5, 5), [sign])).toMatchObject({
        level: 'urgent',
        levelWord: 'Urgent',
        headline: 'Do not run. Get care first.',
      });
    });
  });
});
