/** A runner at a running app, with the cookies of one browser: connects with a simulated Strava and watches the back-fill. */
import type { StravaSimulator } from '../../../fixtures/strava-simulator/start-simulator.ts';

export interface Backfill {
  listed: number;
  withDetail: number;
  toDetail: number;
  isListing: boolean;
}

export interface Runner {
  /** By `/strava/connect`, Strava's page and back. */
  connect(): Promise<void>;
  backfill(): Promise<Backfill>;
}

/** The first of the simulator's athletes, who lets the app see everything. */
export function runnerAt(origin: string, strava: StravaSimulator): Runner {
  const cookies = new Map<string, string>();
  async function asked(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');
    const headers = { Cookie: cookie, Origin: origin };
    const answer = await fetch(origin + path, { ...init, redirect: 'manual', headers });
    for (const header of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }
  return {
    async connect() {
      const away = await asked('/strava/connect', {
        method: 'POST',
        body: new URLSearchParams({ to: 'strava' }),
      });
      const state = new URL(away.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const scopes = ['read', 'activity:read', 'activity:read_all'];
      const code = strava.control.approve(strava.control.athletes()[0]?.id ?? '', scopes);
      const query = new URLSearchParams({ state, code, scope: scopes.join(',') });
      const back = await asked(`/strava/callback?${query}`);
      const outcome = back.headers.get('location');
      if (outcome !== '/strava?outcome=connected') throw new Error(`not connected: ${outcome}`);
    },
    async backfill() {
      const answer = await asked('/api/strava');
      return ((await answer.json()) as { backfill: Backfill }).backfill;
    },
  };
}
