/**
 * What happens in one run of the proof, drawn from its seed: two athletes who connect, record, change and delete, leave and come
 * back, over some days. The same script is played twice, undisturbed and in trouble (`troubles.ts`).
 */

import { type SeededRandom, seededRandom } from '../../../fixtures/seeded-random.ts';
import type { ActivityChanges, NewActivity } from '../../../fixtures/strava-simulator/athletes.ts';
import type { RateLimits } from '../../../fixtures/strava-simulator/rate-limits.ts';
import type { AthleteSeed } from '../../../fixtures/strava-simulator/seeded-athletes.ts';

export interface Script {
  seed: number;
  startMs: number;
  athletes: readonly AthleteSeed[];
  limits: RateLimits;
  steps: readonly Step[];
  /** A listing after the last step, when nothing goes wrong any more. */
  calmMs: number;
  /** A whole day later. */
  endMs: number;
}

export type Step = {
  atMs: number;
  /** At once after the step before, whatever is still under way. */
  isHasty: boolean;
  /** Index of the athlete. */
  who: number;
} & Happening;

export type Happening =
  | { kind: 'connect'; scopes: readonly string[] }
  | { kind: 'add'; activity: NewActivity; isTold: boolean }
  /** `which`: counted from the newest, round and round. */
  | { kind: 'change'; which: number; changes: ActivityChanges; isTold: boolean }
  | { kind: 'delete'; which: number; isTold: boolean }
  | { kind: 'sync' }
  | { kind: 'disconnect' }
  | { kind: 'deauthorize' }
  /** An event that is not true: nobody but us knows. */
  | { kind: 'lie'; which: number; says: 'deleted' | 'deauthorized' };

const HOUR_MS = 3600_000;
/** Even where a day's calls were used up. */
const LISTED_AGAIN_MS = 25 * HOUR_MS;
/** Beyond the last time that anything is asked once more. */
const A_DAY_LATER_MS = 30 * HOUR_MS;
const FIRST_DAY_MS = Date.UTC(2026, 9, 5, 8);

const READ = ['read', 'activity:read'];
const READ_ALL = [...READ, 'activity:read_all'];

const NEW_APP: RateLimits = {
  overall: { quarterHour: 200, day: 2000 },
  read: { quarterHour: 100, day: 1000 },
};
/** So tight that a back-fill takes several windows. */
const TIGHT: RateLimits = {
  overall: { quarterHour: 40, day: 800 },
  read: { quarterHour: 15, day: 400 },
};

export function scriptOf(seed: number): Script {
  const random = seededRandom(seed * 7919 + 1);
  const startMs = FIRST_DAY_MS + random.whole(0, 27) * 24 * HOUR_MS + random.whole(0, 59) * 60_000;
  const connects = [0, 1].map((who): Step => {
    const scopes = random.next() < 0.4 ? READ_ALL : READ;
    return { atMs: startMs, isHasty: who > 0, who, kind: 'connect', scopes };
  });
  const steps = [...connects, ...laterSteps(random, startMs, connects.length)];
  const calmMs = (steps.at(-1) as Step).atMs + LISTED_AGAIN_MS;
  return {
    seed,
    startMs,
    athletes: [
      { firstName: 'Ada', lastName: 'Example', activities: random.whole(6, 16), differentRuns: 3 },
      { firstName: 'Ben', lastName: 'Example', activities: random.whole(2, 6), differentRuns: 3 },
    ],
    limits: random.next() < 0.4 ? TIGHT : NEW_APP,
    steps,
    ...{ calmMs, endMs: calmMs + A_DAY_LATER_MS },
  };
}

function laterSteps(random: SeededRandom, startMs: number, athletes: number): Step[] {
  const steps: Step[] = [];
  const isConnected = Array.from({ length: athletes }, () => true);
  let atMs = startMs;
  for (let left = random.whole(5, 10); left > 0; left--) {
    const isHasty = random.next() < 0.35;
    if (!isHasty) atMs += random.between(0.05, random.next() < 0.15 ? 60 : 14) * HOUR_MS;
    const who = random.next() < 0.7 ? 0 : 1;
    const happening = isConnected[who] ? drawn(random, atMs) : returning(random, atMs);
    if (happening.kind === 'connect') isConnected[who] = true;
    if (['disconnect', 'deauthorize'].includes(happening.kind)) isConnected[who] = false;
    steps.push({ atMs, isHasty, who, ...happening });
  }
  return steps;
}

/** Who has left comes back, most of the time. */
const returning = (random: SeededRandom, atMs: number): Happening =>
  random.next() < 0.8
    ? { kind: 'connect', scopes: random.next() < 0.5 ? READ_ALL : READ }
    : { kind: 'add', activity: newActivity(random, atMs), isTold: true };

function drawn(random: SeededRandom, atMs: number): Happening {
  const isTold = random.next() < 0.8;
  const which = random.whole(0, 30);
  const dice = random.next();
  if (dice < 0.28) return { kind: 'add', activity: newActivity(random, atMs), isTold };
  if (dice < 0.58) return { kind: 'change', which, changes: changes(random), isTold };
  if (dice < 0.7) return { kind: 'delete', which, isTold };
  if (dice < 0.8) return { kind: 'sync' };
  if (dice < 0.86)
    return { kind: 'lie', which, says: random.next() < 0.5 ? 'deleted' : 'deauthorized' };
  return { kind: dice < 0.94 ? 'disconnect' : 'deauthorize' };
}

function newActivity(random: SeededRandom, atMs: number): NewActivity {
  const startTimeS = Math.floor(atMs / 1000) - 5400;
  const distanceM = random.whole(3, 12) * 1000;
  const run = { startTimeS, segments: [{ speedMps: random.between(2.4, 3.6), distanceM }] };
  const gearId = random.next() < 0.5 ? null : 'g200';
  const odd = random.next();
  if (odd < 0.1) return { name: 'Typed in', isManual: true, run };
  if (odd < 0.2) return { name: 'No data', lacksStreams: true, run };
  if (odd < 0.3) return { name: 'Ride', sportType: 'Ride', run };
  if (odd < 0.4) return { name: 'Alone', visibility: 'only_me', run };
  return { name: `Run ${random.whole(1, 99)}`, run, gearId };
}

function changes(random: SeededRandom): ActivityChanges {
  const dice = random.next();
  if (dice < 0.3) return { name: `Renamed ${random.whole(1, 99)}` };
  if (dice < 0.5) return { sportType: random.next() < 0.5 ? 'TrailRun' : 'Walk' };
  if (dice < 0.7) return { visibility: random.next() < 0.6 ? 'only_me' : 'everyone' };
  if (dice < 0.85) return { gearId: random.next() < 0.5 ? null : 'g100' };
  return { run: { segments: [{ speedMps: 2.9, distanceM: random.whole(2, 6) * 1000 }] } };
}
