/** What can be added up over runs, and how the columns beside a quantity are called. */
import { DAILY_QUANTITIES } from '../../analysis/daily-load.ts';

/** The quantities of days and weeks, and the ends of the load's range. */
export const SUMMED_QUANTITIES = [...DAILY_QUANTITIES, 'lowLoadAeKm', 'highLoadAeKm'] as const;

/** The runs that lack the quantity: with any, its sum is a minimum. */
export const unknownRunsOf = (quantity: string): string => `${quantity}_unknownRuns`;
/** Where the quantity lies against its usual range. */
export const levelOf = (quantity: string): string => `${quantity}_level`;
