/**
 * `npm run bench [-- --json]`: what decoding and analysis cost, as ratios to two public decoders on the same files in
 * the same run; how near the derived climb comes to the watch's; what an import request costs the Worker; and how many
 * files a second an import brings into a running app; and what ten years cost a dashboard. Figures depend on the machine; the ratios much less.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Decoder, Stream } from '@garmin/fitsdk';
import FitParser from 'fit-file-parser';
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { type AscentComparison, ascentTable, compareAscent } from './ascent.ts';
import { type ImportRate, importRate, importRateTable } from './import-rate.ts';
import { type ImportRequestCpu, importRequestCpu, importRequestTable } from './import-request.ts';
import { interleaved } from './interleaved.ts';
import { type TenYearsCpu, tenYearsCpu, tenYearsTable } from './ten-years.ts';

const ROUNDS = 9;
const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));

interface Comparison {
  input: string;
  files: number;
  records: number;
  /** How many of them the others read. */
  recordsRead: { garminFitsdk: number; fitFileParser: number };
  cpuMs: { decode: number; decodeAndAnalysis: number; garminFitsdk: number; fitFileParser: number };
  /** Times faster than the other, decode and analysis together against their decoding alone. */
  ratio: { garminFitsdk: number; fitFileParser: number };
  per3600RecordsMs: number;
}

const hour = hourOfRunning();
const comparisons = [compare('one hour at 1 Hz, synthetic', [hour])];
const ascents: (AscentComparison | null)[] = [];
const real = ['history', 'fit'].map((folder) => realFiles(join(SHARED, folder)));
for (const [i, input] of ['../shared/history', '../shared/fit'].entries()) {
  const files = real[i] ?? [];
  if (files.length === 0) continue;
  comparisons.push(compare(input, files));
  ascents.push(compareAscent(input, files));
}
ascents.push(compareAscent('../shared/history and ../shared/fit', real.flat()));
print(
  comparisons,
  ascents.filter((ascent) => ascent !== null),
  await importRequestCpu(),
  await importRate(hour),
  await tenYearsCpu(),
);

function compare(input: string, files: Uint8Array[]): Comparison {
  // One file at a time, as an importer would: results kept together would weigh on whoever makes the largest.
  const each = (work: (bytes: Uint8Array) => unknown) => () => {
    let last: unknown;
    for (const bytes of files) last = work(bytes);
    return last;
  };
  const [decode, decodeAndAnalysis, garminFitsdk, fitFileParser] = interleaved(
    [
      { name: 'decode', run: each(decodeFile) },
      { name: 'decode and analysis', run: each(decodeAndAnalyse) },
      { name: '@garmin/fitsdk', run: each(decodeWithGarmin) },
      { name: 'fit-file-parser', run: each(decodeWithFitFileParser) },
    ],
    files.length > 1 ? 3 : ROUNDS,
  ).map(({ cpuMs }) => cpuMs) as [number, number, number, number];
  const total = (countOf: (bytes: Uint8Array) => number) =>
    files.reduce((sum, bytes) => sum + countOf(bytes), 0);
  const records = total(recordCount);
  return {
    input,
    files: files.length,
    records,
    recordsRead: {
      garminFitsdk: total((bytes) => decodeWithGarmin(bytes)?.messages.recordMesgs?.length ?? 0),
      fitFileParser: total((bytes) => decodeWithFitFileParser(bytes)?.records?.length ?? 0),
    },
    cpuMs: { decode, decodeAndAnalysis, garminFitsdk, fitFileParser },
    ratio: {
      garminFitsdk: garminFitsdk / decodeAndAnalysis,
      fitFileParser: fitFileParser / decodeAndAnalysis,
    },
    per3600RecordsMs: (decodeAndAnalysis / records) * 3_600,
  };
}

function decodeAndAnalyse(bytes: Uint8Array): unknown {
  const decoded = decodeFile(bytes);
  return decoded.ok && decoded.value.activities.map(runExposure);
}

function recordCount(bytes: Uint8Array): number {
  const decoded = decodeFile(bytes);
  return decoded.ok ? decoded.value.records : 0;
}

/** As an application calls it, with its defaults. `null` for a crash, which costs what it cost until then. */
function decodeWithGarmin(bytes: Uint8Array): ReturnType<Decoder['read']> | null {
  try {
    return new Decoder(Stream.fromByteArray(bytes)).read();
  } catch {
    return null;
  }
}

function decodeWithFitFileParser(bytes: Uint8Array): { records?: unknown[] } | null {
  let result: { records?: unknown[] } | null = null;
  try {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    new FitParser({ force: true, mode: 'list' }).parse(whole as ArrayBuffer, (_, data) => {
      result = (data ?? null) as typeof result;
    });
  } catch {
    return null;
  }
  return result;
}

/** What a watch with a chest strap stores of an hour: about 40 bytes a record, as real ones hold. */
function hourOfRunning(): Uint8Array {
  return encodeFit(
    syntheticRun({
      segments: [{ durationS: 3_600, speedMps: 2.9, gradePercent: 1 }],
      position: { latitudeDeg: 0.3, longitudeDeg: -20 },
      noiseSeed: 7,
    }),
    { runningDynamics: true },
  );
}

function realFiles(folder: string): Uint8Array[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.fit'))
    .map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

function print(
  results: Comparison[],
  ascent: AscentComparison[],
  importRequest: ImportRequestCpu,
  rate: ImportRate | null,
  tenYears: TenYearsCpu,
): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify({ node: process.version, comparisons: results, ascent, importRequest, importRate: rate, tenYears })}\n`,
    );
    return;
  }
  for (const { input, files, records, recordsRead, cpuMs, ratio, per3600RecordsMs } of results) {
    process.stdout.write(
      [
        `${input}: ${files} file(s), ${records} records`,
        `  decode                ${cpuMs.decode.toFixed(2)} ms`,
        `  decode and analysis   ${cpuMs.decodeAndAnalysis.toFixed(2)} ms (${per3600RecordsMs.toFixed(2)} ms per 3,600 records)`,
        `  @garmin/fitsdk        ${cpuMs.garminFitsdk.toFixed(2)} ms: ${ratio.garminFitsdk.toFixed(1)} times ours, ${recordsRead.garminFitsdk} records`,
        `  fit-file-parser       ${cpuMs.fitFileParser.toFixed(2)} ms: ${ratio.fitFileParser.toFixed(1)} times ours, ${recordsRead.fitFileParser} records`,
        '',
      ].join('\n'),
    );
  }
  process.stdout.write(`${ascentTable(ascent)}\n`);
  process.stdout.write(importRequestTable(importRequest));
  process.stdout.write(importRateTable(rate));
  process.stdout.write(tenYearsTable(tenYears));
}
