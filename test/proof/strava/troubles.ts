/** What goes wrong while a script is played, drawn from its seed: answers of Strava's, its events, and the server itself. */

import { type SeededRandom, seededRandom } from '../../../fixtures/seeded-random.ts';
import {
  FAULT_KINDS,
  type Fault,
  type FaultKind,
} from '../../../fixtures/strava-simulator/faults.ts';
import type { ReleaseOrder } from '../../../fixtures/strava-simulator/webhooks.ts';

export interface Troubles {
  /** For each step. */
  steps: readonly StepTroubles[];
  /** One after the other, whatever step they fall into. */
  kills: readonly Kill[];
}

export interface StepTroubles {
  faults: readonly Fault[];
  /** Events are held back from before the step, and let go after it or after a later one. `null`: they go as they come. */
  webhooks: ReleaseOrder | 'held' | null;
}

export interface Kill {
  /** Requests to Strava since the server last started. */
  afterRequests: number;
  delayMs: number;
  /** For so long it is down, by the moved clock. */
  downMs: number;
}

const API = '/api/v3/';
const PATHS = [API, '/streams', '/athlete/activities', '/activities/', '/gear/'];
const TOKEN = '/oauth/token';
const REVOKE = '/oauth/deauthorize';

const OAUTH_KINDS: readonly FaultKind[] = [
  'unauthorized',
  'application-inactive',
  'not-found',
  'server-error',
  'timeout',
  'cut-body',
];

export function troublesOf(seed: number, steps: number): Troubles {
  const random = seededRandom(seed * 104_729 + 2);
  return {
    steps: Array.from({ length: steps }, () => ({
      faults: Array.from({ length: random.whole(0, 4) }, () => fault(random)),
      webhooks: oneOf(random, [null, 'held', 'held', releaseOrder(random)] as const),
    })),
    kills: Array.from({ length: random.whole(1, 5) }, () => ({
      afterRequests: random.whole(1, 14),
      delayMs: random.next() < 0.7 ? random.whole(0, 12) : random.whole(0, 150),
      downMs: oneOf(random, [0, 0, 20_000, 600_000]),
    })),
  };
}

function fault(random: SeededRandom): Fault {
  const delayMs = random.whole(20, 250);
  const after = random.whole(0, 7);
  const dice = random.next();
  // A lost answer of the token endpoint can be survived once: two in a row would leave no token that Strava knows.
  if (dice < 0.12) return { kind: oneOf(random, OAUTH_KINDS), path: TOKEN, delayMs };
  if (dice < 0.2) return { kind: oneOf(random, OAUTH_KINDS), path: REVOKE, delayMs };
  const kind = oneOf(random, FAULT_KINDS);
  return { kind, path: oneOf(random, PATHS), after, times: random.whole(1, 2), delayMs };
}

const releaseOrder = (random: SeededRandom): ReleaseOrder => ({
  order: oneOf(random, ['as-fired', 'reversed', 'shuffled'] as const),
  copies: random.whole(1, 3),
});

const oneOf = <Item>(random: SeededRandom, items: readonly Item[]): Item =>
  items[random.whole(0, items.length - 1)] as Item;
