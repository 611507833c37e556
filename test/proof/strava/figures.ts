/** What one play has cost and shown, to be added up over many. */
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

export interface Figures {
  kills: number;
  /** Athletes who had to connect anew, since two answers in a row with a token were lost. */
  reconnects: number;
  /** Requests of the server that Strava heard. */
  requests: number;
  faults: Record<string, number>;
  /** Of them, those for a new token. */
  refreshes: number;
  /** Events sent; those of them sent before, later than they should have been, or never answered. */
  webhooks: { sent: number; again: number; overtaken: number; lost: number };
  violations: string[];
  /** In what the server printed, and in its answers. */
  secretsSeen: number;
}

export function figuresOf(
  { strava: { control }, server }: Stage,
  visitors: readonly Visitor[],
  told: Pick<Figures, 'kills' | 'reconnects'>,
): Figures {
  const requests = control.requests();
  const deliveries = control.deliveries();
  const events = new Set(deliveries.map(({ event }) => event));
  const printed = server.output();
  const secrets = control.secrets();
  return {
    ...told,
    requests: requests.length,
    refreshes: requests.filter(({ grantType }) => grantType === 'refresh_token').length,
    faults: counted(requests.flatMap(({ fault }) => (fault === null ? [] : [fault]))),
    webhooks: {
      sent: deliveries.length,
      again: deliveries.length - events.size,
      overtaken: overtaken(deliveries.map(({ event }) => event.event_time)),
      lost: deliveries.filter(({ attempts }) => !attempts.includes(200)).length,
    },
    violations: control.violations().map(({ kind, detail }) => `${kind}: ${detail}`),
    secretsSeen:
      secrets.filter((secret) => printed.includes(secret)).length +
      visitors.reduce((sum, { secretsSeen }) => sum + secretsSeen, 0),
  };
}

/** Of times in the order of sending, those before the latest so far. */
function overtaken(times: readonly number[]): number {
  let latest = 0;
  let count = 0;
  for (const time of times) {
    if (time < latest) count++;
    latest = Math.max(latest, time);
  }
  return count;
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

export function summed(figures: readonly Figures[]): Figures {
  const sum = (of: (each: Figures) => number) =>
    figures.reduce((total, each) => total + of(each), 0);
  const kinds = new Set(figures.flatMap(({ faults }) => Object.keys(faults)));
  return {
    kills: sum(({ kills }) => kills),
    reconnects: sum(({ reconnects }) => reconnects),
    requests: sum(({ requests }) => requests),
    refreshes: sum(({ refreshes }) => refreshes),
    faults: Object.fromEntries(
      [...kinds].sort().map((kind) => [kind, sum(({ faults }) => faults[kind] ?? 0)]),
    ),
    webhooks: {
      sent: sum(({ webhooks }) => webhooks.sent),
      again: sum(({ webhooks }) => webhooks.again),
      overtaken: sum(({ webhooks }) => webhooks.overtaken),
      lost: sum(({ webhooks }) => webhooks.lost),
    },
    violations: figures.flatMap(({ violations }) => violations),
    secretsSeen: sum(({ secretsSeen }) => secretsSeen),
  };
}
