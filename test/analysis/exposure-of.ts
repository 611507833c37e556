/** Exposures of invented runs, and what tests look at in them. */
import { type RunExposure, runExposure } from '../../src/analysis/run-exposure.ts';
import { type Part, type SteadyRunOptions, steadyRun } from './steady-run.ts';

export const of = (parts: readonly Part[], options?: SteadyRunOptions) =>
  runExposure(steadyRun(parts, options));
export const loadOf = ({ load }: RunExposure) => load?.loadAeKm as number;
export const kindsOf = ({ warnings }: RunExposure) => warnings.map(({ kind }) => kind);
export const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
