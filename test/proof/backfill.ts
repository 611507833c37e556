/**
 * `npm run proof:backfill -- [--activities 1000]`: so many activities of one athlete back-filled from the simulator, twice. With
 * the limits of a new app on a simulated clock: in as few quarter-hours and days as they allow, or status 1. And with no limits
 * in real time: what it costs ourselves, and what that is bound by. Figures depend on the machine and on what else it does.
 */
import { parseArgs } from 'node:util';
import { NEW_APP_LIMITS } from '../../fixtures/strava-simulator/rate-limits.ts';
import { type BackfillCost, backfillCost } from './backfill/cost.ts';
import { passes } from './strava-load.ts';

const { values } = parseArgs({ options: { activities: { type: 'string' } } });
const activities = Number(values.activities ?? 1000);
const isFewest = passes('test/athlete/strava-windows.test.ts', 'STRAVA_BACKFILL', {
  activities,
  limits: NEW_APP_LIMITS,
});
process.stdout.write(`${table(await backfillCost(activities))}\n`);
process.exitCode = isFewest ? 0 : 1;

function table({ calls, wallS, stravaCpuMs, cpuMs }: BackfillCost): string {
  const each = (ms: number) => `${(ms / calls).toFixed(2).padStart(8)} ms`;
  const ownMs = [...cpuMs.values()].reduce((sum, ms) => sum + ms, 0);
  return [
    `without limits: ${activities} activities, ${calls} calls, ${wallS.toFixed(1)} s; of each call`,
    `${each(wallS * 1000)}  wall time`,
    `${each(stravaCpuMs)}  CPU of the simulator`,
    `${each(ownMs)}  CPU of the Worker's isolate:`,
    ...[...cpuMs].map(([part, ms]) => `${each(ms)}    ${part}`),
    `bound by ${boundBy(wallS * 1000, stravaCpuMs, ownMs)}`,
  ].join('\n');
}

/** One call follows the other: what none of the two computes is waiting. */
function boundBy(wallMs: number, stravaMs: number, ownMs: number): string {
  const waitingMs = Math.max(0, wallMs - stravaMs - ownMs);
  const shares = Object.entries({
    'waiting for writes to be safe, for messages between isolates, and for a processor': waitingMs,
    'the simulator': stravaMs,
    'our own CPU': ownMs,
  }).sort(([, one], [, other]) => other - one);
  return shares.map(([what, ms]) => `${what} (${Math.round((100 * ms) / wallMs)} %)`).join(', ');
}
