/** The usual range of a measure as columns of a band, one for each period that has one. */
import type { Measure, Period } from '../../chart-data/period.ts';
import type { Band } from './chart-spec.ts';

/** `convert` turns SI into the drawn unit. */
export function usualBand(
  periods: readonly Period[],
  read: (period: Period) => Measure,
  convert: (value: number) => number,
): Band {
  const columns = periods.flatMap((period, index) => {
    const { usual } = read(period);
    if (usual === null) return [];
    return [
      { from: index - 0.5, to: index + 0.5, low: convert(usual.low), high: convert(usual.high) },
    ];
  });
  return { columns, style: 'usual' };
}

export const highestOf = (bands: readonly Band[]): number =>
  Math.max(0, ...bands.flatMap(({ columns }) => columns.map(({ high }) => high)));
