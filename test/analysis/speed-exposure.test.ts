import { expect, test } from 'vitest';
import { speedExposure } from '../../src/analysis/speed-exposure.ts';
import { cellsOf } from './history-builder.ts';

const USUAL = 2;
const at = (speedMps: number, metres = 1000) => ({ metres, speedMps });
const exposure = (...stretches: Parameters<typeof cellsOf>[0]) =>
  speedExposure(cellsOf(stretches), USUAL, null);

test.each([
  [2.19, 'easy'],
  [2.2, 'steady'],
  [2.49, 'steady'],
  [2.5, 'fast'],
  [2.99, 'fast'],
  [3, 'veryFast'],
] as const)('with a usual speed of 2 m/s, %s m/s is %s', (speedMps, band) => {
  const metres = { easy: 0, steady: 0, fast: 0, veryFast: 0, [band]: 1000 };
  const { bands } = exposure(at(speedMps)) ?? {};
  expect(Object.entries(bands ?? {}).map(([name, sum]) => [name, sum.metres])).toEqual(
    Object.entries(metres),
  );
});

test('fast metres and seconds include the very fast ones, the bands hold each once', () => {
  const run = exposure(at(2, 3000), at(2.5, 500), at(4, 200));
  expect(run).toMatchObject({ fastM: 700, fastS: 250, veryFastM: 200 });
  expect(run?.bands.fast).toEqual({ metres: 500, seconds: 200 });
  expect(run?.bands.veryFast).toEqual({ metres: 200, seconds: 50 });
});

test.each([
  [399.9, 4.5, false],
  [400, 4.5, true],
  [224.9, 2.5, false],
  [225, 2.5, true],
])('%s m at %s m/s: a speed session is %s (400 m, or 90 s)', (metres, speedMps, expected) => {
  expect(exposure(at(2), at(speedMps, metres))?.isSpeedSession).toBe(expected);
});

test('walking is in no band', () => {
  const run = exposure(at(2, 1000), { metres: 5000, speedMps: 1.9, walking: true });
  expect(run?.bands.easy.metres).toBe(1000);
});

test('without usual speed there is none, and without running neither', () => {
  expect(speedExposure(cellsOf([at(2)]), null, null)).toBeNull();
  expect(speedExposure(cellsOf([]), USUAL, null)).toBeNull();
  expect(exposure({ metres: 5000, speedMps: 1.5, walking: true })).toBeNull();
});

test("the runner's own threshold takes the place of 1.25 × usual speed and moves the other bands with it", () => {
  const run = speedExposure(cellsOf([at(2.6), at(2.9), at(3), at(3.6)]), USUAL, 3);
  expect(run).toMatchObject({ fastThresholdMps: 3, fastOrigin: 'runner', usualSpeedMps: USUAL });
  // 3 ÷ 1.25 = 2.4: steady from 2.64, very fast from 3.6 m/s.
  expect(run?.bands.easy.metres).toBe(1000);
  expect(run?.bands.steady.metres).toBe(1000);
  expect(run?.bands.fast.metres).toBe(1000);
  expect(run?.bands.veryFast.metres).toBe(1000);
});

test("the runner's own threshold serves before usual speed is known", () => {
  expect(speedExposure(cellsOf([at(3)]), null, 3)).toMatchObject({
    fastM: 1000,
    usualSpeedMps: null,
  });
});

test('a cell whose few seconds hold uneven steps counts at the edge of its speed, not at theirs', () => {
  const cells = cellsOf([at(2)]);
  cells.metres[0] = 5000;
  expect(speedExposure(cells, USUAL, null)?.bands.easy.metres).toBe(5000);
});
