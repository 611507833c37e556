/**
 * The product's Worker on a clock that a test moves: entry of the bundle that `clocked-server.ts` runs. `Date` is ahead of the
 * machine, and alarms ring when that clock says so, across restarts too. The product itself is as it is. Beside its own
 * addresses it answers `/test-clock/…`, where the test moves the clock and looks at what an athlete's object holds.
 */
import { env } from 'cloudflare:workers';
import { Athlete as ProductAthlete } from '../../src/athlete/athlete.ts';
import type { Bindings } from '../../src/bindings.ts';
import { StravaBudget } from '../../src/strava-budget/strava-budget.ts';
import product from '../../src/worker.ts';
import type { ObjectAtWork, Rows } from './object-at-work.ts';

export interface ClockedBindings extends Bindings {
  /** Milliseconds that the clock is ahead of the machine's when the Worker starts. */
  CLOCK_AHEAD_MS: number;
}

const PATH = '/test-clock/';
const ALARM = 'test-clock-alarm';

let aheadMs = (env as unknown as ClockedBindings).CLOCK_AHEAD_MS;
const MachineDate = Date;

globalThis.Date = class extends MachineDate {
  constructor(...parts: []) {
    if (parts.length === 0) super(MachineDate.now() + aheadMs);
    else super(...parts);
  }
  static override now(): number {
    return MachineDate.now() + aheadMs;
  }
} as DateConstructor;

/** The platform's clock is the machine's: it is told when the alarm rings there, and the row says when it was to ring here. */
function onThisClock(ctx: DurableObjectState): DurableObjectState {
  const { storage } = ctx;
  const ofMachine = {
    set: storage.setAlarm.bind(storage),
    get: storage.getAlarm.bind(storage),
    remove: storage.deleteAlarm.bind(storage),
  };
  storage.setAlarm = async (time) => {
    const atMs = Number(time);
    storage.kv.put(ALARM, atMs);
    await ofMachine.set(atMs - aheadMs);
  };
  storage.getAlarm = async () =>
    (await ofMachine.get()) === null ? null : (storage.kv.get<number>(ALARM) ?? null);
  storage.deleteAlarm = async () => {
    storage.kv.delete(ALARM);
    await ofMachine.remove();
  };
  return ctx;
}

export class Athlete extends ProductAthlete {
  #isRinging = false;

  constructor(ctx: DurableObjectState, bindings: Bindings) {
    super(onThisClock(ctx), bindings);
  }

  override async alarm(): Promise<void> {
    this.#isRinging = true;
    try {
      await super.alarm();
    } finally {
      this.#isRinging = false;
    }
  }

  /** The clock has moved, or was another one before a restart. */
  async clockMoved(): Promise<void> {
    const atMs = await this.storage.getAlarm();
    if (atMs !== null) await this.storage.setAlarm(atMs);
  }

  async atWork(): Promise<Omit<ObjectAtWork, 'athleteId'>> {
    return { alarmAtMs: await this.storage.getAlarm(), isRinging: this.#isRinging };
  }

  rows(tables: readonly string[]): Rows {
    return Object.fromEntries(
      tables.map((table) => [table, Array.from(this.sql.exec(`SELECT * FROM ${table}`), withText)]),
    );
  }
}

export { StravaBudget };

export default {
  async fetch(request, bindings, ctx) {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(PATH)) return product.fetch(request, bindings, ctx);
    const objectOf = (athleteId: string) =>
      bindings.ATHLETE.getByName(athleteId) as unknown as DurableObjectStub<Athlete>;
    switch (pathname.slice(PATH.length)) {
      case 'move': {
        aheadMs = Number(searchParams.get('aheadMs'));
        const ids = await athleteIds(bindings);
        await Promise.all(ids.map((id) => objectOf(id).clockMoved()));
        return Response.json({ nowMs: Date.now() });
      }
      case 'at-work': {
        const ids = await athleteIds(bindings);
        const objects = ids.map(
          async (athleteId): Promise<ObjectAtWork> => ({
            athleteId,
            ...(await objectOf(athleteId).atWork()),
          }),
        );
        return Response.json({ nowMs: Date.now(), objects: await Promise.all(objects) });
      }
      case 'rows': {
        const tables = (searchParams.get('tables') ?? '').split(',');
        const rows = await objectOf(searchParams.get('athlete') ?? '').rows(tables);
        return Response.json(rows);
      }
      case 'directory': {
        const table = bindings.DIRECTORY.prepare(`SELECT * FROM ${searchParams.get('table')}`);
        return Response.json((await table.all()).results);
      }
      default:
        return new Response(null, { status: 404 });
    }
  },
} satisfies ExportedHandler<ClockedBindings>;

/** JSON has no word for a blob. */
const withText = (row: Record<string, SqlStorageValue>): Rows[string][number] =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof ArrayBuffer ? new Uint8Array(value).join() : value,
    ]),
  );

async function athleteIds({ DIRECTORY }: Bindings): Promise<string[]> {
  const { results } = await DIRECTORY.prepare('SELECT id FROM athletes').all<{ id: string }>();
  return results.map(({ id }) => id);
}
