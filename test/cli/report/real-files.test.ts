/** One runner's real history beside the checkout, where there is one; some of its runs are there twice, as FIT and as GPX. */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportCommand } from '../../../src/cli/report/command.ts';
import type { HistoryReport } from '../../../src/cli/report/history-report.ts';

const HISTORY = fileURLToPath(new URL('../../../../shared/history', import.meta.url));
const hasHistory = existsSync(HISTORY);
if (!hasHistory) console.info('skipped: no real history is beside this checkout');

/** Files are named after their run, whatever their format. */
const idIn = (path: string | null) => /(\d+)\.\w+$/.exec(path ?? '')?.[1];

describe.runIf(hasHistory)('a real history', () => {
  let report: HistoryReport;
  let fitFiles: number;

  beforeAll(async () => {
    fitFiles = readdirSync(HISTORY).filter((name) => name.endsWith('.fit')).length;
    const printed: string[] = [];
    const status = await reportCommand(
      ['--json', '--time-zone', 'UTC', HISTORY],
      { print: (line) => printed.push(line), complain: (line) => printed.push(line) },
      { update: () => {}, clear: () => {} },
    );
    expect(status).toBe(0);
    report = JSON.parse(printed.join('\n'));
  });

  it('counts every run once: of two recordings of a run one gives way', () => {
    expect(report.failed).toEqual([]);
    expect(new Set(report.runs.map(({ file }) => idIn(file))).size).toBe(report.runs.length);
    expect(report.runs).toHaveLength(fitFiles);
    expect(report.leftOut.length).toBeGreaterThan(0);
    for (const { file, reason, countedIn } of report.leftOut) {
      expect(reason).toBe('twin');
      expect(idIn(file)).toBe(idIn(countedIn));
    }
  });

  it('holds in its days and in its weeks what its runs hold', () => {
    const sum = (values: readonly (number | null)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const ran = sum(report.runs.map(({ distanceM }) => distanceM));
    expect(sum(report.days.map(({ distanceM }) => distanceM))).toBeCloseTo(ran, 0);
    expect(sum(report.weeks.map(({ quantities }) => quantities.distanceM.value))).toBeCloseTo(
      ran,
      0,
    );
    expect(sum(report.days.map(({ runCount }) => runCount))).toBe(report.runs.length);
  });
});
