/** `/sign-out`: before, what goes and whether there is a way back; after, that it is done. */
import { SIGN_OUT } from '../words/en/sign-out.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { RequiredTick } from './required-tick.tsx';

export interface SignOutPageProps {
  context: PageContext;
  /** `null` when this browser holds no profile. */
  signedIn: {
    /** No account elsewhere leads back to it. */
    isHeldByBrowserAlone: boolean;
    /** The form came without the tick that it needs. */
    isTickMissing: boolean;
  } | null;
}

export function SignOutPage({ context, signedIn }: SignOutPageProps) {
  if (signedIn === null) return <SignedOut context={context} />;
  const { isHeldByBrowserAlone, isTickMissing } = signedIn;
  return (
    <Layout context={context} title={SIGN_OUT.title}>
      <div class="page-head">
        <h1>{SIGN_OUT.title}</h1>
        <p>{SIGN_OUT.whatGoes}</p>
      </div>
      <form class="card leave" method="post" action="/sign-out">
        {isHeldByBrowserAlone ? (
          <NoKey isTickMissing={isTickMissing} />
        ) : (
          <p>{SIGN_OUT.byStrava}</p>
        )}
        <p class="leave-actions">
          <button class="button danger" type="submit" name="leave" value="yes">
            {SIGN_OUT.action}
          </button>
          <a class="button" href="/settings">
            {SIGN_OUT.stay}
          </a>
        </p>
      </form>
    </Layout>
  );
}

const NoKey = ({ isTickMissing }: { isTickMissing: boolean }) => (
  <>
    <h2>{SIGN_OUT.noKeyTitle}</h2>
    <p>{SIGN_OUT.noKey}</p>
    <ul>
      <li>
        <a href="/strava">{SIGN_OUT.connect}</a>
      </li>
      <li>
        <a href="/your-data">{SIGN_OUT.takeAlong}</a>
      </li>
    </ul>
    <RequiredTick
      name="lose"
      label={SIGN_OUT.noKeyTick}
      problem={isTickMissing ? SIGN_OUT.tickMissing : null}
    />
  </>
);

const SignedOut = ({ context }: { context: PageContext }) => (
  <Layout context={context} title={SIGN_OUT.title}>
    <div class="page-head">
      <h1>{SIGN_OUT.doneTitle}</h1>
      <p>{SIGN_OUT.done}</p>
      <p class="leave-actions">
        <a class="button primary" href="/">
          {SIGN_OUT.home}
        </a>
        <a class="button" href="/strava">
          {SIGN_OUT.back}
        </a>
      </p>
    </div>
  </Layout>
);

/** In settings. */
export const SignOutSection = () => (
  <section class="card leave" aria-labelledby="this-browser">
    <h2 id="this-browser">{SIGN_OUT.settingsTitle}</h2>
    <p class="muted">{SIGN_OUT.settingsText}</p>
    <p>
      <a href="/sign-out">{SIGN_OUT.settingsLink}</a>
    </p>
  </section>
);
