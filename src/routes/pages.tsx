/** The pages of the athlete who asks, and the forms that work without JavaScript. */
import { Hono } from 'hono';
import { MorePage } from '../../web/pages/more-page.tsx';
import { UrgentPage } from '../../web/pages/urgent-page.tsx';
import { AthleteRunner } from '../athlete/athlete-runner.ts';
import { readKeptFile } from '../athlete/kept-file.ts';
import { checkInPage } from './check-in-page.tsx';
import type { Environment } from './environment.ts';
import { flagForms } from './flags.ts';
import { currentPageContext, pageContext } from './page-context.ts';
import { planForms } from './plan-forms.ts';
import { runForms } from './run-forms.ts';
import { runnerPages } from './runner-pages.tsx';
import { settingsPage } from './settings-page.tsx';
import { shoesPage } from './shoes-page.tsx';
import { signOut } from './sign-out.tsx';
import { stravaConnect } from './strava-connect.ts';
import { stravaPage } from './strava-page.tsx';
import { stravaProfile } from './strava-profile.tsx';
import { stravaView } from './strava-view.ts';
import { addFilesPage, uploadForm } from './upload-form.tsx';
import { yourData } from './your-data.tsx';

export const pages = new Hono<Environment>()
  .route(
    '/',
    runnerPages({
      runner: async ({ var: { store } }) => (store === null ? null : new AthleteRunner(store)),
      file: (c, { storedAs }) => readKeptFile(c.env.FILES, storedAs),
      context: pageContext,
      strava: stravaView,
    }),
  )
  .route('/runs', runForms)
  .route('/plan', planForms)
  .route('/check-in', checkInPage)
  .route('/settings', settingsPage)
  .route('/shoes', shoesPage)
  .route('/sign-out', signOut)
  .route('/your-data', yourData)
  .route('/imports', uploadForm)
  .route('/flags', flagForms)
  .route('/strava', stravaPage)
  .route('/strava', stravaConnect)
  .route('/strava/profile', stravaProfile)
  .get('/add', addFilesPage)
  .get('/more', async (c) => c.html(<MorePage context={await currentPageContext(c)} />))
  .get('/urgent', async (c) => c.html(<UrgentPage context={await currentPageContext(c)} />));
