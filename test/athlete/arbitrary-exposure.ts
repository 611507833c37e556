/** Any exposure the types allow, sensible or not: what is stored must not depend on sense. */
import fc from 'fast-check';
import type { HillExposure } from '../../src/analysis/hill-exposure.ts';
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import type { SpeedGradeCells } from '../../src/analysis/speed-grade-cells.ts';

// JSON knows no −0, and no number of a run is one.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const numberOrNull = fc.option(number);

const cell = fc.record({
  speedBin: fc.integer({ min: 0, max: 255 }),
  gradeBin: fc.integer({ min: -128, max: 127 }),
  walking: fc.constantFrom(0, 1),
  seconds: number,
  metres: number,
  riseM: number,
});

const cells: fc.Arbitrary<SpeedGradeCells> = fc.array(cell).map((list) => ({
  count: list.length,
  speedBin: Uint8Array.from(list, ({ speedBin }) => speedBin),
  gradeBin: Int8Array.from(list, ({ gradeBin }) => gradeBin),
  walking: Uint8Array.from(list, ({ walking }) => walking),
  seconds: Float64Array.from(list, ({ seconds }) => seconds),
  metres: Float64Array.from(list, ({ metres }) => metres),
  riseM: Float64Array.from(list, ({ riseM }) => riseM),
}));

const band = fc.record({ seconds: number, metres: number });

const hills: fc.Arbitrary<HillExposure> = fc.record({
  bands: fc.record({ steepDown: band, down: band, level: band, up: band, steepUp: band }),
  uphillM: number,
  uphillS: number,
  steepUphillM: number,
  effortsMps: fc.array(number),
});

export const arbitraryExposure: fc.Arbitrary<RunExposure> = fc.record({
  distanceM: numberOrNull,
  timerS: numberOrNull,
  elapsedS: numberOrNull,
  movingS: numberOrNull,
  ascentM: numberOrNull,
  descentM: numberOrNull,
  ascentOrigin: fc.constantFrom('device', 'derived', null),
  derivedAscentM: numberOrNull,
  derivedDescentM: numberOrNull,
  avgCadenceSpm: numberOrNull,
  avgHeartRateBpm: numberOrNull,
  sampleCount: fc.nat(),
  hills: fc.option(hills),
  cells,
  bestEfforts: fc.array(fc.record({ distanceM: number, durationS: number })),
  top10sSpeedMps: numberOrNull,
  load: fc.option(
    fc.record({ loadAeKm: number, lowAeKm: number, highAeKm: number, modelVersion: fc.string() }),
  ),
  loadOrigin: fc.constantFrom('samples', 'session-average', null),
  warnings: fc.array(
    fc.record({ kind: fc.constantFrom('truncated', 'recording-gap'), message: fc.string() }),
  ),
});
