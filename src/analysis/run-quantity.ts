/** One number of a run, by the name under which days, weeks and flags count it. */
import type { DailyQuantity } from './daily-load.ts';
import type { RunExposure } from './run-exposure.ts';
import type { SpeedExposure } from './speed-exposure.ts';

/** In the quantity's unit; `null` where the run lacks it. */
export function runQuantity(
  run: { exposure: RunExposure; speed: SpeedExposure | null; fastDownhillS: number | null },
  quantity: DailyQuantity,
): number | null {
  switch (quantity) {
    case 'distanceM':
    case 'timerS':
    case 'ascentM':
    case 'descentM':
      return run.exposure[quantity];
    case 'uphillM':
      return run.exposure.hills?.uphillM ?? null;
    case 'fastM':
    case 'fastS':
      return run.speed?.[quantity] ?? null;
    case 'fastDownhillS':
      return run.fastDownhillS;
    case 'loadAeKm':
      return run.exposure.load?.loadAeKm ?? null;
  }
}
