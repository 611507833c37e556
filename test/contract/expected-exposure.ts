/** The exposure of a run, worked out from its segments with the formula of the model and nothing else. */
import type { RunSpec, Segment } from '../../fixtures/synthetic-run.ts';

export interface ExpectedExposure {
  distanceM: number;
  timerS: number;
  elapsedS: number;
  ascentM: number;
  descentM: number;
  uphillM: number;
  uphills: number;
  steepUphillM: number;
  steepUphills: number;
  /** Keys are tenths of m/s. */
  secondsBySpeedBin: Map<number, number>;
  /** AE-km. */
  load: { load: number; low: number; high: number };
}

export function expectedExposure({ segments, pauses = [] }: RunSpec): ExpectedExposure {
  const stretches = segments.map(stretch);
  const sum = (read: (part: Stretch) => number) =>
    stretches.reduce((total, part) => total + read(part), 0);
  const timerS = sum((part) => part.seconds);
  const steeperThan = (percent: number) => stretches.filter((part) => part.percent >= percent);
  const metresIn = (parts: readonly Stretch[]) =>
    parts.reduce((total, part) => total + part.metres, 0);
  const secondsBySpeedBin = new Map<number, number>();
  for (const { speedMps, seconds } of stretches) {
    const bin = Math.floor(speedMps * 10);
    secondsBySpeedBin.set(bin, (secondsBySpeedBin.get(bin) ?? 0) + seconds);
  }
  return {
    distanceM: sum((part) => part.metres),
    timerS,
    elapsedS: timerS + pauses.reduce((total, pause) => total + pause.durationS, 0),
    ascentM: sum((part) => Math.max(part.metres * part.percent, 0) / 100),
    descentM: sum((part) => Math.max(part.metres * -part.percent, 0) / 100),
    uphillM: metresIn(steeperThan(5)),
    uphills: steeperThan(5).length,
    steepUphillM: metresIn(steeperThan(10)),
    steepUphills: steeperThan(10).length,
    secondsBySpeedBin,
    load: loadOf(stretches),
  };
}

interface Stretch {
  metres: number;
  seconds: number;
  speedMps: number;
  percent: number;
}

function stretch(segment: Segment): Stretch {
  const { speedMps, gradePercent: percent = 0 } = segment;
  const metres = segment.distanceM ?? speedMps * segment.durationS;
  return { metres, seconds: metres / speedMps, speedMps, percent };
}

/** The load at b = 6, and the least and most that b = 4 … 9 makes of it. */
function loadOf(stretches: readonly Stretch[]) {
  const [atFour, atSix, atNine] = [4, 6, 9].map((exponent) =>
    stretches.reduce(
      (total, part) => total + (part.metres / 1000) * damagePerKm(part, exponent),
      0,
    ),
  ) as [number, number, number];
  const [low, load, high] = [atFour, atSix, atNine].sort((a, b) => a - b) as [
    number,
    number,
    number,
  ];
  return { load, low, high };
}

/** W(v, g) of the model: F^b · r^−1.36, relative to 2.78 m/s on the flat. */
function damagePerKm({ speedMps, percent }: Stretch, exponent: number): number {
  const ratio = Math.min(Math.max(speedMps, 2), 7) / 2.78;
  const slope = percent < 1.5 ? 1 : 1 + 0.008 * Math.min(percent, 15);
  return (ratio ** 0.31 * slope) ** exponent * ratio ** -1.36;
}
