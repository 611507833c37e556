/** A run of the history and, beside it, what only the runs before it can tell: usual speed, fast running, hill sprints, baselines. */
import { criticalSpeeds } from './critical-speeds.ts';
import { fastDownhill } from './fast-downhill.ts';
import type { AnalysisSettings } from './history.ts';
import type { LocalDate } from './local-date.ts';
import { HILL_SPRINT_SPEED_RATIO } from './policy.ts';
import type { RunExposure } from './run-exposure.ts';
import { runQuantity } from './run-quantity.ts';
import { type RunVolume, runVolume } from './run-volume.ts';
import type { Recording } from './same-run.ts';
import {
  type BeforeRun,
  SESSION_QUANTITIES,
  type SessionCaps,
  type SessionValues,
  sessionBaselines,
} from './session-baseline.ts';
import type { Shoe } from './shoe.ts';
import { type SpeedExposure, speedExposure } from './speed-exposure.ts';
import type { Surface } from './surface.ts';
import { usualSpeeds } from './usual-speed.ts';

export type { SpeedBandName, SpeedExposure } from './speed-exposure.ts';

/** A run as history keeps it. */
export interface HistoryRun {
  id: string;
  localDate: LocalDate;
  /** Unix time in seconds. */
  startTimeS: number;
  subSport: string | null;
  /** `null` where neither the runner nor the watch says. */
  surface?: Surface | null;
  /** `null` where the runner says nothing of shoes. */
  shoe?: Shoe | null;
  /** Later runs are compared with no more of this one than these. */
  baselineCaps?: SessionCaps;
  exposure: RunExposure;
  /** Of the same id: what tells the run from others, as its file says. Absent where nothing is known but the exposure. */
  recording?: Recording;
}

export interface JudgedRun extends HistoryRun {
  /** `null`: fewer than five recorded runs in the 90 days before, or a run without samples. */
  speed: SpeedExposure | null;
  /** From the best efforts of the 90 days before; a floor, since training runs are rarely maximal. */
  criticalSpeedMps: number | null;
  /** `null` without altitude or without usual speed. */
  fastDownhillS: number | null;
  fastDownhillM: number | null;
  hillSprints: number | null;
  /** `null` without distance. */
  volume: RunVolume | null;
  /** What the 30 days before hold. */
  before: BeforeRun;
}

/** Judges every run against those before it. `runs` in order of their days. */
export function judgeRuns(
  runs: readonly HistoryRun[],
  fastThresholdMps: AnalysisSettings['fastThresholdMps'],
): JudgedRun[] {
  const usual = usualSpeeds(runs);
  const critical = criticalSpeeds(runs);
  const against = runs.map((run, index) => ({
    ...againstUsualSpeed(run, usual[index] ?? null, fastThresholdMps),
    criticalSpeedMps: critical[index] ?? null,
  }));
  const before = sessionBaselines(
    against.map((run) => ({
      localDate: run.localDate,
      values: sessionValues(run),
      caps: run.baselineCaps,
    })),
  );
  return against.map((run, index) => ({ ...run, before: before[index] as BeforeRun }));
}

/** Judges any number of runs that may follow `before` (in order of their days) on `date`, each as if it alone did. */
export function judgeNext(
  before: readonly HistoryRun[],
  date: LocalDate,
  fastThresholdMps: AnalysisSettings['fastThresholdMps'],
): (run: HistoryRun) => JudgedRun {
  const blank = { ...(before.at(-1) as HistoryRun), localDate: date };
  const { criticalSpeedMps, before: baselines } = judgeRuns(
    [...before, blank],
    fastThresholdMps,
  ).at(-1) as JudgedRun;
  const usualSpeedMps = usualSpeeds([...before, blank]).at(-1) ?? null;
  return (run) => ({
    ...againstUsualSpeed(run, usualSpeedMps, fastThresholdMps),
    criticalSpeedMps,
    before: baselines,
  });
}

function againstUsualSpeed(
  run: HistoryRun,
  usualSpeedMps: number | null,
  runnerThresholdMps: number | null,
): Omit<JudgedRun, 'before' | 'criticalSpeedMps'> {
  const { cells, distanceM, hills } = run.exposure;
  const speed = speedExposure(cells, usualSpeedMps, runnerThresholdMps);
  const downhill = speed && fastDownhill(cells, speed.fastThresholdMps);
  return {
    ...run,
    speed,
    fastDownhillS: downhill?.seconds ?? null,
    fastDownhillM: downhill?.metres ?? null,
    hillSprints: hills && usualSpeedMps && countSprints(hills.effortsMps, usualSpeedMps),
    volume:
      distanceM === null ? null : runVolume(cells, distanceM, speed?.fastThresholdMps ?? null),
  };
}

function countSprints(effortsMps: readonly number[], usualSpeedMps: number): number {
  return effortsMps.filter((mps) => mps >= HILL_SPRINT_SPEED_RATIO * usualSpeedMps).length;
}

function sessionValues(run: Omit<JudgedRun, 'before' | 'criticalSpeedMps'>): SessionValues {
  const values = {} as SessionValues;
  for (const quantity of SESSION_QUANTITIES) values[quantity] = runQuantity(run, quantity);
  return values;
}
