/** Random histories for properties: runs of every kind, on every surface and in several shoes, and what a runner might say beside them. */
import fc from 'fast-check';
import type { CheckIn, Diary, TickedSign } from '../../src/analysis/diary.ts';
import { NEXT_DAY_RESPONSES, SPOTS, WARNING_SIGNS } from '../../src/analysis/diary.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { SURFACES } from '../../src/analysis/surface.ts';
import { checkInOn, diaryOf } from './diary-builder.ts';
import { day, manualRun, recordedRun, treadmillRun, USUAL_MPS } from './history-builder.ts';

/** The last day that anything happens on. */
export const DAYS = 130;

const runOn = fc.record({
  daysLater: fc.nat(DAYS),
  kind: fc.constantFrom('flat', 'flat', 'flat', 'hilly', 'fast', 'sprints', 'treadmill', 'manual'),
  metres: fc.integer({ min: 500, max: 30_000 }),
  share: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  surface: fc.option(fc.constantFrom(...SURFACES)),
  shoe: fc.option(fc.constantFrom('cushioned', 'low', 'racing')),
});

const DROPS_MM: Record<string, number | null> = { cushioned: 10, low: 4, racing: null };

/** Up to four months of runs, several a day, with gaps. */
export const histories = fc.array(runOn, { maxLength: 90, size: 'max' }).map((specs) =>
  specs.map(({ daysLater, kind, metres, share, surface, shoe }, index): HistoryRun => {
    const id = `run-${index}`;
    const startTimeS = 1_767_600_000 + daysLater * 86_400 + (index % 90) * 600;
    return {
      ...runOfKind(kind, day(daysLater), metres, share),
      id,
      startTimeS,
      surface,
      shoe: shoe && {
        id: shoe,
        name: shoe,
        dropMm: DROPS_MM[shoe] as number | null,
        heelLiftMm: null,
        since: null,
      },
    };
  }),
);

function runOfKind(kind: string, date: LocalDate, metres: number, share: number): HistoryRun {
  const part = metres * share;
  const rest = metres - part;
  switch (kind) {
    case 'treadmill':
      return treadmillRun(date, metres);
    case 'manual':
      return manualRun(date, metres);
    case 'hilly':
      return recordedRun(date, [{ metres: rest }, { metres: part, gradePercent: 7 }]);
    case 'fast':
      return recordedRun(date, [{ metres: rest }, { metres: part, speedMps: 4 }]);
    case 'sprints': {
      const run = recordedRun(date, metres);
      const effortsMps = Array.from({ length: Math.ceil(share * 8) }, () => 2 * USUAL_MPS);
      const hills = run.exposure.hills && { ...run.exposure.hills, effortsMps };
      return { ...run, exposure: { ...run.exposure, hills } };
    }
    default:
      return recordedRun(date, metres);
  }
}

const points = fc.option(fc.nat(10));
const saidOn = fc.record({
  daysLater: fc.nat(DAYS),
  said: fc.record({
    stiffness: points,
    stiffnessMin: fc.option(fc.nat(60)),
    firstStepsPain: points,
    spot: fc.option(fc.constantFrom(...SPOTS)),
    nextDayResponse: fc.option(fc.constantFrom(...NEXT_DAY_RESPONSES)),
    painDuring: points,
    painAfter: points,
    heelRaisesLeft: fc.option(fc.nat(40)),
    heelRaisesRight: fc.option(fc.nat(40)),
  }),
});
const signOn = fc.record({
  sign: fc.constantFrom(...WARNING_SIGNS),
  from: fc.nat(DAYS),
  days: fc.option(fc.integer({ min: 1, max: 30 })),
});
const sportOn = fc.record({
  daysLater: fc.nat(DAYS),
  sport: fc.constantFrom('tennis', 'soccer', 'cycling', 'walking'),
});

export const diaries: fc.Arbitrary<Diary> = fc
  .record({
    checkIns: fc.uniqueArray(saidOn, {
      maxLength: 90,
      size: 'max',
      selector: ({ daysLater }) => daysLater,
    }),
    signs: fc.array(signOn, { maxLength: 3 }),
    sports: fc.array(sportOn, { maxLength: 12, size: 'max' }),
    troubleDay: fc.option(fc.integer({ min: -500, max: DAYS })),
    painCeiling: fc.constantFrom(3, 5),
  })
  .map(({ checkIns, signs, sports, troubleDay, painCeiling }) =>
    diaryOf({
      checkIns: inOrder(checkIns.map(({ daysLater, said }) => checkInOn(day(daysLater), said))),
      signs: signs
        .map(
          ({ sign, from, days }): TickedSign => ({
            sign,
            from: day(from),
            until: days === null ? null : day(from + days),
          }),
        )
        .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))),
      otherSports: inOrder(
        sports.map(({ daysLater, sport }) => ({ date: day(daysLater), sport, durationS: null })),
      ),
      profile: { lastTroubleDate: troubleDay === null ? null : day(troubleDay), painCeiling },
    }),
  );

const inOrder = <Item extends { date: LocalDate }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));

/** What of a diary was known at the end of `date`. */
export function knownOn(diary: Diary, date: LocalDate): Diary {
  const isKnown = (said: CheckIn | Diary['otherSports'][number]) => said.date <= date;
  return {
    ...diary,
    checkIns: diary.checkIns.filter(isKnown),
    otherSports: diary.otherSports.filter(isKnown),
    signs: diary.signs
      .filter(({ from }) => from <= date)
      .map((sign) => (sign.until !== null && sign.until > date ? { ...sign, until: null } : sign)),
  };
}
