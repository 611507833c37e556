/** Whatever the bytes of a GPX or TCX file are, reading it ends soon, in a result, and invents nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { encodeTcx } from '../../fixtures/encode-tcx.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Samples } from '../../src/analysis/activity.ts';
import { decodeGpx } from '../../src/import/gpx.ts';
import { decodeTcx } from '../../src/import/tcx.ts';

const RUN = syntheticRun({
  segments: [{ speedMps: 2.5, durationS: 60, gradePercent: 3, powerW: 200 }],
  pauses: [{ afterTimerS: 30, durationS: 40 }],
  position: { latitudeDeg: -48, longitudeDeg: -123 },
});

const FORMATS = [
  {
    name: 'GPX',
    decode: decodeGpx,
    file: encodeGpx(RUN, { pauses: 'segments', distance: true, totals: true, name: 'Run' }),
    point: /<(?:\w+:)?trkpt/g,
    words: [
      'gpx',
      'trk',
      'trkseg',
      'trkpt',
      'time',
      'ele',
      'extensions',
      'x:hr',
      'cad',
      'type',
      'rte',
    ],
  },
  {
    name: 'TCX',
    decode: decodeTcx,
    file: encodeTcx(RUN),
    point: /<(?:\w+:)?Trackpoint/g,
    words: [
      'Activity',
      'Lap',
      'Track',
      'Trackpoint',
      'Time',
      'DistanceMeters',
      'TotalTimeSeconds',
      'Id',
    ],
  },
];

/** Of CPU, for files of up to 100 kB: the whole machine may be busy with something else. */
const SLOWEST_MS = 250;
const RUNS = { numRuns: 150 };

describe.each(FORMATS)('reading $name', ({ decode, file, point, words }) => {
  function holds(bytes: Uint8Array): void {
    const started = process.cpuUsage();
    const result = decode(bytes);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(SLOWEST_MS);
    if (!result.ok) {
      expect(result.error.message).toMatch(/^[A-Z].*\.$/);
      return;
    }
    const { activities, records } = result.value;
    const text = new TextDecoder().decode(bytes);
    expect(records).toBeLessThanOrEqual(text.match(point)?.length ?? 0);
    expect(activities.length).toBeGreaterThan(0);
    for (const { samples, startTimeS, pauses } of activities) {
      expect(startTimeS).not.toBeNaN();
      expectInOrder(samples);
      for (const pause of pauses) expect(pause.endTimeS).toBeGreaterThan(pause.startTimeS);
    }
  }

  it('ends well on files that are cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(file.length), (length) => holds(file.subarray(0, length))),
      RUNS,
    );
  });

  it('ends well on files with bytes that changed', () => {
    const change = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const changed = file.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        holds(changed);
      }),
      RUNS,
    );
  });

  it('ends well on files with parts lost, repeated and moved', () => {
    const part = fc.tuple(fc.nat(file.length), fc.nat(2000));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        holds(
          Uint8Array.from(
            parts.flatMap(([from, length]) => [...file.subarray(from, from + length)]),
          ),
        );
      }),
      RUNS,
    );
  });

  it('ends well on any markup', () => {
    const piece = fc.oneof(
      fc
        .constantFrom(...words)
        .chain((word) =>
          fc.constantFrom(
            `<${word}>`,
            `</${word}>`,
            `<${word}/>`,
            `<${word} a="`,
            `<${word} lat='1' lon="2">`,
          ),
        ),
      fc.constantFrom(
        '2026-03-02T07:00:00Z',
        '-1',
        '1e400',
        'NaN',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '&#x;',
        '"',
        '<',
        '>',
        '\0',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        holds(new TextEncoder().encode(`<${words[0]}>${pieces.join('')}`));
      }),
      RUNS,
    );
  });

  it('ends well on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => holds(bytes)),
      RUNS,
    );
  });

  it.each([
    '<',
    '<a ',
    '<a b="',
    '<!--',
    '<![CDATA[',
    '</a>',
    '<a><b></a>',
    '&a;',
    '<?a?>',
    '\r',
    '=" ',
    `<${words[0]}>`,
  ])('takes time in proportion to the length of %j repeated', (part) => {
    holds(new TextEncoder().encode(`<${words[0]}>${part.repeat(100_000 / part.length)}`));
  });
});

function expectInOrder(samples: Samples): void {
  const { count, timeS, ...columns } = samples;
  expect(timeS).toHaveLength(count);
  for (const column of Object.values(columns)) expect(column ?? timeS).toHaveLength(count);
  for (let i = 1; i < count; i++) {
    if (!((timeS[i] as number) > (timeS[i - 1] as number)))
      throw new Error(`sample ${i} is not later`);
  }
}
