/** The numbers of flags about distance, climb, speed and load, as sentences hold them. */
import {
  type Flag,
  isLoadQuantity,
  isOfOneRun,
  type LoadQuantity,
} from '../../../../src/analysis/flags/flag.ts';
import {
  climbNumber,
  climbUnit,
  distanceNumber,
  distanceUnit,
  formatClimb,
  formatLoad,
  formatRange,
  formatRunDistance,
  formatWeeklyDistance,
  loadNumber,
  RUN_DISTANCE_STEP,
  type Units,
  WEEKLY_DISTANCE_STEP,
} from '../../../format.ts';

/** The quantity of a flag that counts running; others never reach words about load. */
export function loadQuantityOf({ rule, quantity }: Flag): LoadQuantity {
  if (!isLoadQuantity(quantity)) throw new Error(`${rule} counts ${quantity}, which is no load`);
  return quantity;
}

/** A week's fast or uphill kilometres are few: half a kilometre would hide the arithmetic. */
const isRoundedAsWeek = (flag: Flag): boolean => !isOfOneRun(flag) && flag.quantity === 'distanceM';

/** A flag's number with its unit, rounded as a run or as a week. */
export function amount(value: number, flag: Flag, units: Units): string {
  switch (flag.quantity) {
    case 'ascentM':
      return formatClimb(value, units);
    case 'loadAeKm':
      return formatLoad(value);
    default:
      return isRoundedAsWeek(flag)
        ? formatWeeklyDistance(value, units)
        : formatRunDistance(value, units);
  }
}

export function usualRange(flag: Flag, low: number, high: number, units: Units): string {
  switch (flag.quantity) {
    case 'ascentM':
      return formatRange(climbNumber(low, units), climbNumber(high, units), climbUnit(units));
    case 'loadAeKm':
      return formatRange(loadNumber(low), loadNumber(high), 'AE-km');
    default: {
      const step = isRoundedAsWeek(flag) ? WEEKLY_DISTANCE_STEP : RUN_DISTANCE_STEP;
      return formatRange(
        distanceNumber(low, units, step),
        distanceNumber(high, units, step),
        distanceUnit(units),
      );
    }
  }
}

/** `14.2 km`, `310 m of climb`, `1.6 km uphill`, `2.4 km fast`, `16.1 AE-km`. */
export function observedWords(flag: Flag, units: Units): string {
  const text = amount(flag.observed, flag, units);
  const suffix = {
    distanceM: '',
    ascentM: ' of climb',
    uphillM: ' uphill',
    fastM: ' fast',
    loadAeKm: '',
  } satisfies Record<LoadQuantity, string>;
  return text + suffix[loadQuantityOf(flag)];
}

/** No rise is told from nothing, nor from what reads as nothing. */
export const ratioToTell = (flag: Flag, units: Units): number | null =>
  flag.baseline !== null && /[1-9]/.test(amount(flag.baseline, flag, units)) ? flag.ratio : null;
