/** A month of the history as a bar: the numbers of its average week, rounded here once. */
import type { MonthLoad, SessionComparison } from '../../src/analysis/dashboard-view.ts';
import type { LoadReading, Measure, MeasureName, Period, SessionPoint } from './period.ts';

/** `readLoad` puts a load on the drawn scale. */
export function monthPeriod(
  month: MonthLoad,
  readLoad: (load: NonNullable<MonthLoad['load']>) => LoadReading,
  sessionPoint: (session: SessionComparison) => SessionPoint,
): Period {
  const { start, end, runCount, quantities, volume, speedBandsS, load, topSession } = month;
  const measure = (name: MeasureName): Measure => ({
    value: quantities[name].value === null ? null : rounded(quantities[name].value),
    unknownRuns: quantities[name].unknownRuns,
    usual: null,
    level: 'not-enough-data',
  });
  return {
    kind: 'month',
    start,
    end,
    isPartial: false,
    runCount,
    distanceM: measure('distanceM'),
    ascentM: measure('ascentM'),
    descentM: measure('descentM'),
    fastDownhillS: measure('fastDownhillS'),
    fastS: measure('fastS'),
    volume: {
      flatM: rounded(volume.flatM),
      hillM: rounded(volume.hillM),
      fastM: rounded(volume.fastM),
      gradeUnknownM: rounded(volume.gradeUnknownM),
    },
    speedBands: speedBandsS && {
      easyS: rounded(speedBandsS.easy),
      steadyS: rounded(speedBandsS.steady),
      fastS: rounded(speedBandsS.fast),
      veryFastS: rounded(speedBandsS.veryFast),
    },
    load: load && readLoad(load),
    topSession: topSession && sessionPoint(topSession),
    symptoms: month.symptoms,
  };
}

/** Below 10 to a tenth. */
const rounded = (value: number): number =>
  value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
