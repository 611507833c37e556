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
  /** Events sent, those of them sent before, and those that were never answered. */
  webhooks: { sent: number; again: number; lost: number };
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
    faults: counted(requests.flatMap(({ fault }) => (fault === null ? [] : [fault]))),
    webhooks: {
      sent: deliveries.length,
      again: deliveries.length - events.size,
      lost: deliveries.filter(({ attempts }) => !attempts.includes(200)).length,
    },
    violations: control.violations().map(({ kind, detail }) => `${kind}: ${detail}`),
    secretsSeen:
      secrets.filter((secret) => printed.includes(secret)).length +
      visitors.reduce((sum, { secretsSeen }) => sum + secretsSeen, 0),
  };
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
    faults: Object.fromEntries(
      [...kinds].sort().map((kind) => [kind, sum(({ faults }) => faults[kind] ?? 0)]),
    ),
    webhooks: {
      sent: sum(({ webhooks }) => webhooks.sent),
      again: sum(({ webhooks }) => webhooks.again),
      lost: sum(({ webhooks }) => webhooks.lost),
    },
    violations: figures.flatMap(({ violations }) => violations),
    secretsSeen: sum(({ secretsSeen }) => secretsSeen),
  };
}
