/**
 * Climb from the samples against the watch's own total, on the runs beside the checkout that climb more than 100 m, beside
 * two plain ways to sum it. The watch's total is hidden from the analysis. It is itself an estimate, by a barometer mostly.
 */
import type { Activity } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { naiveAscent, smoothedAscent } from '../analysis/reference-ascent.ts';

export interface AscentComparison {
  input: string;
  /** Every climb whose watch states more than 100 m. */
  all: Errors;
  /** Those whose total the analysis itself goes by: see `contradicted-climb.ts`. */
  usable: Errors;
}

/** |sum ÷ the watch's − 1|, in percent. */
interface Errors {
  climbs: number;
  derived: ErrorSpread;
  smoothed: ErrorSpread;
  naive: ErrorSpread;
}

interface ErrorSpread {
  median: number;
  p90: number;
}

const MIN_CLIMB_M = 100;

/** `files` are those of `input`; what is no run, or tells no altitude, is left out. `null` where no climb is left. */
export function compareAscent(
  input: string,
  files: readonly Uint8Array[],
): AscentComparison | null {
  const climbs = files
    .map((bytes) => decodeFile(bytes))
    .flatMap((decoded) => (decoded.ok ? decoded.value.activities : []))
    .filter(
      ({ sport, session, samples }) =>
        sport === 'running' && (session.ascentM ?? 0) > MIN_CLIMB_M && samples.altitudeM !== null,
    );
  if (climbs.length === 0) return null;
  const usable = climbs.filter((run) => runExposure(run).ascentOrigin === 'device');
  return { input, all: errorsOf(climbs), usable: errorsOf(usable) };
}

function errorsOf(climbs: readonly Activity[]): Errors {
  return {
    climbs: climbs.length,
    derived: errorSpread(climbs, derivedAscent),
    smoothed: errorSpread(climbs, smoothedAscent),
    naive: errorSpread(climbs, naiveAscent),
  };
}

/** A run without a derived climb counts as one of 0 m. */
function derivedAscent(run: Activity): number {
  const hidden = { ...run, session: { ...run.session, ascentM: null, descentM: null } };
  return runExposure(hidden).derivedAscentM ?? 0;
}

function errorSpread(climbs: readonly Activity[], ascentM: (run: Activity) => number): ErrorSpread {
  const errors = climbs
    .map((run) => 100 * Math.abs(ascentM(run) / (run.session.ascentM as number) - 1))
    .sort((a, b) => a - b);
  const at = (share: number) => errors[Math.ceil(share * errors.length) - 1] as number;
  return { median: at(0.5), p90: at(0.9) };
}

export function ascentTable(comparisons: readonly AscentComparison[]): string {
  return comparisons.flatMap(linesOf).join('\n');
}

function linesOf({ input, all, usable }: AscentComparison): string[] {
  const rest = `without ${all.climbs - usable.climbs} whose total its own samples contradict`;
  return [
    `climb against the watch's own total where that is over ${MIN_CLIMB_M} m, ${input}`,
    ...errorLines('all', all),
    ...(usable.climbs < all.climbs ? errorLines(rest, usable) : []),
    '',
  ];
}

function errorLines(which: string, { climbs, derived, smoothed, naive }: Errors): string[] {
  return [
    `  ${which}: ${climbs} climbs`,
    `    derived             ${spreadText(derived)}`,
    `    10 s mean, 1 m back ${spreadText(smoothed)}`,
    `    every rise summed   ${spreadText(naive)}`,
  ];
}

const spreadText = ({ median, p90 }: ErrorSpread): string =>
  `median error ${median.toFixed(1)} %, nine in ten within ${p90.toFixed(1)} %`;
