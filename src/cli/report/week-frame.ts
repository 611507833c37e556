/** A row a calendar week as the dashboard has it: every quantity with the usual range that held for it. */
import { DAILY_QUANTITIES, type DailyQuantity } from '../../analysis/daily-load.ts';
import type { SpeedBandName } from '../../analysis/speed-exposure.ts';
import type { WeekLoad } from '../../analysis/weekly-load.ts';
import { type Column, type DataFrame, frameOf } from './data-frame.ts';
import { levelOf, unknownRunsOf } from './quantity-columns.ts';

const BANDS: readonly SpeedBandName[] = ['easy', 'steady', 'fast', 'veryFast'];

export function weekFrame(weeks: readonly WeekLoad[]): DataFrame {
  return frameOf(weeks, [
    ['start', ({ start }) => start],
    ['end', ({ end }) => end],
    ['isPartial', ({ isPartial }) => isPartial],
    ['runCount', ({ runIds }) => runIds.length],
    ...DAILY_QUANTITIES.flatMap(quantityColumns),
    ['flatVolumeM', ({ volume }) => volume.flatM],
    ['hillVolumeM', ({ volume }) => volume.hillM],
    ['fastVolumeM', ({ volume }) => volume.fastM],
    ['gradeUnknownVolumeM', ({ volume }) => volume.gradeUnknownM],
    ...BANDS.flatMap(bandColumns),
  ]);
}

const quantityColumns = (quantity: DailyQuantity): Column<WeekLoad>[] => [
  [quantity, ({ quantities }) => quantities[quantity].value],
  [unknownRunsOf(quantity), ({ quantities }) => quantities[quantity].unknownRuns],
  [`${quantity}_usualLow`, ({ quantities }) => quantities[quantity].usual?.low ?? null],
  [`${quantity}_usualHigh`, ({ quantities }) => quantities[quantity].usual?.high ?? null],
  [levelOf(quantity), ({ quantities }) => quantities[quantity].level],
];

const bandColumns = (band: SpeedBandName): Column<WeekLoad>[] => [
  [`${band}BandS`, ({ speedBands }) => speedBands?.[band].seconds ?? null],
  [`${band}BandM`, ({ speedBands }) => speedBands?.[band].metres ?? null],
];
