/** After disconnecting: what was erased, when, and whether Strava has confirmed it. */
import { revocation, STRAVA, type StravaView } from '../words/en/strava.ts';
import { clockTime } from '../words/en/strava-standing.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

export interface StravaReceipt {
  erasedActivities: number;
  erasedAtS: number;
  wasRevoked: boolean;
  /** Strava has not confirmed it yet, and is asked again. */
  isRevoking: boolean;
}

export interface StravaReceiptPageProps {
  context: PageContext;
  receipt: StravaReceipt;
  clock: Pick<StravaView, 'nowS' | 'utcOffsetS'>;
}

export function StravaReceiptPage({ context, receipt, clock }: StravaReceiptPageProps) {
  const { erasedActivities, erasedAtS, isRevoking } = receipt;
  const activities = STRAVA.receiptActivities(erasedActivities);
  const erased = isRevoking ? activities : `${activities} ${STRAVA.receiptTokens}`;
  const lines = [
    { name: STRAVA.receiptErased, value: erased },
    { name: STRAVA.receiptWhen, value: clockTime(erasedAtS, clock) },
    { name: STRAVA.receiptConfirmed, value: revocation(receipt) },
  ];
  return (
    <Layout context={context} title={STRAVA.receiptTitle}>
      <div class="page-head">
        <h1>{STRAVA.receiptTitle}</h1>
      </div>
      <section class="card strava-receipt" aria-label={STRAVA.receiptTitle}>
        <dl>
          {lines.map(({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="muted">{STRAVA.receiptKept}</p>
        <p>
          <a class="button primary" href="/">
            {STRAVA.toWeek}
          </a>
        </p>
      </section>
    </Layout>
  );
}
