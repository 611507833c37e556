/** `/your-data`: what is kept, to download, and the end of it all; then the receipt. */
import { revocation, STRAVA } from '../words/en/strava.ts';
import { YOUR_DATA } from '../words/en/your-data.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { RequiredTick } from './required-tick.tsx';
import type { StravaReceipt } from './strava-receipt-page.tsx';

export interface YourDataPageProps {
  context: PageContext;
  state:
    | { kind: 'nothing' }
    | { kind: 'kept'; kept: KeptData; isTickMissing: boolean }
    | { kind: 'erased'; receipt: ErasedData };
}

export interface KeptData {
  /** From files. */
  activities: number;
  checkIns: number;
  stravaActivities: number;
  /** Also before the first activity has come. */
  isStravaConnected: boolean;
  /** The raw files, in as many downloads as they take. */
  fileParts: { files: number; sizeBytes: number }[];
}

export interface ErasedData {
  activities: number;
  files: number;
  checkIns: number;
  /** `null`: Strava was not connected. */
  strava: Pick<StravaReceipt, 'wasRevoked' | 'isRevoking'> | null;
  /** The browser had another profile, which it is in now. */
  isOtherProfile: boolean;
}

export function YourDataPage({ context, state }: YourDataPageProps) {
  const isErased = state.kind === 'erased';
  return (
    <Layout context={context} title={YOUR_DATA.title}>
      <div class="page-head">
        <h1>{isErased ? YOUR_DATA.erasedTitle : YOUR_DATA.title}</h1>
        {!isErased && <p>{state.kind === 'kept' ? YOUR_DATA.lead : YOUR_DATA.nothing}</p>}
      </div>
      {state.kind === 'kept' && (
        <>
          <TakeAlong kept={state.kept} />
          <Erase {...state} />
        </>
      )}
      {isErased && <Receipt {...state.receipt} />}
    </Layout>
  );
}

const TakeAlong = ({ kept }: { kept: KeptData }) => (
  <section class="card leave" aria-labelledby="take-along">
    <h2 id="take-along">{YOUR_DATA.takeTitle}</h2>
    <p>{YOUR_DATA.take(kept.activities, kept.checkIns)}</p>
    {kept.stravaActivities > 0 && <p class="muted">{YOUR_DATA.leftOut(kept.stravaActivities)}</p>}
    <p class="leave-actions">
      {YOUR_DATA.downloads
        .filter(({ of }) => of === null || kept[of] > 0)
        .map(({ href, text }) => (
          <a class="button" href={href} download>
            {text}
          </a>
        ))}
    </p>
    <p class="muted">{YOUR_DATA.units}</p>
    {kept.fileParts.length > 0 && <RawFiles parts={kept.fileParts} />}
  </section>
);

const RawFiles = ({ parts }: { parts: KeptData['fileParts'] }) => (
  <>
    <p>{YOUR_DATA.files(parts.reduce((sum, { files }) => sum + files, 0))}</p>
    <p class="leave-actions">
      {parts.map(({ sizeBytes }, index) => (
        <a class="button" href={`/your-data/files.zip?part=${index + 1}`} download>
          {YOUR_DATA.filesPart(index + 1, parts.length, sizeBytes)}
        </a>
      ))}
    </p>
  </>
);

const Erase = ({ kept, isTickMissing }: { kept: KeptData; isTickMissing: boolean }) => (
  <form class="card leave" method="post" action="/your-data/erase">
    <h2>{YOUR_DATA.eraseTitle}</h2>
    <p>{YOUR_DATA.erase}</p>
    {kept.isStravaConnected && <p>{YOUR_DATA.eraseStrava}</p>}
    <p class="muted">{YOUR_DATA.backups}</p>
    <RequiredTick
      name="erase"
      label={YOUR_DATA.tick}
      problem={isTickMissing ? YOUR_DATA.tickMissing : null}
    />
    <button class="button danger" type="submit" name="confirmed" value="yes">
      {YOUR_DATA.action}
    </button>
  </form>
);

function Receipt(receipt: ErasedData) {
  const { activities, files, checkIns, strava, isOtherProfile } = receipt;
  return (
    <section class="card leave" aria-label={YOUR_DATA.erasedTitle}>
      <p>{YOUR_DATA.erased(activities, files, checkIns)}</p>
      {strava !== null && (
        <p>
          {STRAVA.title} {revocation(strava)}
        </p>
      )}
      {isOtherProfile && <p>{YOUR_DATA.otherProfile}</p>}
      <p class="muted">{YOUR_DATA.backups}</p>
      <p>
        <a class="button primary" href="/">
          {YOUR_DATA.home}
        </a>
      </p>
    </section>
  );
}

/** In settings. */
export const YourDataSection = () => (
  <section class="card leave" aria-labelledby="your-data">
    <h2 id="your-data">{YOUR_DATA.title}</h2>
    <p class="muted">{YOUR_DATA.settingsText}</p>
    <p>
      <a href="/your-data">{YOUR_DATA.settingsLink}</a>
    </p>
  </section>
);
