/** The sound files that mutations start from: synthetic ones of every format, and real ones where they lie beside. */
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { encodeTcx } from '../../fixtures/encode-tcx.ts';
import { FitBytes } from '../../fixtures/fit-bytes.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import {
  chained,
  developerPower,
  positionApart,
  severalSessions,
  summaryFirst,
  timeJump,
} from '../../fixtures/watch-file-variants.ts';
import { readReal, realPaths } from '../golden/real-results.ts';

export type PlainFormat = 'fit' | 'gpx' | 'tcx';

export interface Originals {
  of: Readonly<Record<PlainFormat, readonly Uint8Array[]>>;
  realFiles: number;
}

/** Real files above this only make the run longer: what can happen to them happens to smaller ones. */
const LARGEST_REAL_BYTES = 600_000;

const place = { latitudeDeg: 0.3, longitudeDeg: -20 };
const RUN = syntheticRun({
  segments: [
    { speedMps: 2.8, durationS: 240, gradePercent: 6, powerW: 250 },
    { speedMps: 4.4, durationS: 90 },
    { speedMps: 2.2, durationS: 240, gradePercent: -9 },
  ],
  pauses: [{ afterTimerS: 120, durationS: 45 }],
  position: place,
  noiseSeed: 3,
});
const RARE = syntheticRun({
  segments: [{ speedMps: 2.7, durationS: 3000, gradePercent: 1 }],
  recording: 'smart',
  position: place,
});

/** Half of the files of a format are synthetic where there are real ones of it. */
export function originals(): Originals {
  const real = realPaths()
    .map((path) => ({ path, bytes: readReal(path) }))
    .filter(({ bytes }) => bytes.length <= LARGEST_REAL_BYTES);
  const realOf = (format: string) =>
    real.filter(({ path }) => path.endsWith(format)).map(({ bytes }) => bytes);
  return {
    of: {
      fit: half(syntheticFit(), realOf('.fit')),
      gpx: half(syntheticGpx(), realOf('.gpx')),
      tcx: half([encodeTcx(RUN), encodeTcx(RARE)], []),
    },
    realFiles: real.length,
  };
}

function half(synthetic: readonly Uint8Array[], real: readonly Uint8Array[]): Uint8Array[] {
  const times = Math.max(1, Math.floor(real.length / synthetic.length));
  return [...Array.from({ length: times }, () => synthetic).flat(), ...real];
}

function syntheticFit(): Uint8Array[] {
  const run = encodeFit(RUN);
  return [
    run,
    encodeFit(RARE),
    developerPower(),
    severalSessions(),
    summaryFirst(),
    positionApart(),
    timeJump(),
    compressedRun(),
    chained(run, compressedRun()),
  ];
}

/** Big-endian, with compressed timestamps and compressed distances. */
function compressedRun(): Uint8Array {
  const start = 1_000_000_000;
  const bytes = new FitBytes()
    .define(0, 0, [{ number: 0, type: 'enum' }])
    .message(0, 4)
    .define(
      2,
      20,
      [
        { number: 253, type: 'uint32' },
        { number: 2, type: 'uint16' },
      ],
      'big',
    )
    .define(
      3,
      20,
      [
        { number: 3, type: 'uint8' },
        { number: 8, type: 'byte', count: 3 },
      ],
      'big',
    )
    .message(2, start, 2500);
  for (let t = 1; t < 400; t++) bytes.compressed(3, start + t, 150, [44, 0x31, (t * 3) & 0xff]);
  return bytes.file();
}

function syntheticGpx(): Uint8Array[] {
  return [
    encodeGpx(RUN, { pauses: 'segments', distance: true, totals: true, name: 'Run' }),
    encodeGpx(RARE, { cadence: 'steps', creator: 'StravaGPX', type: null }),
    encodeGpx(RUN, { pauses: 'tracks', zone: '+05:30' }),
  ];
}
