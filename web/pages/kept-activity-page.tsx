/** An activity without a run to show: another sport, which may have been a run after all, or one that was deleted. */
import type { Warning } from '../../src/analysis/activity.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatTimeOfDay } from '../format.ts';
import type { Source } from '../words/en/correct.ts';
import { activityTotals, DELETED, datedActivity, LISTS, OTHER_SPORT } from '../words/en/kept.ts';
import { RUN } from '../words/en/run.ts';
import { DeleteSection } from './delete-section.tsx';
import { BackIcon } from './icons.tsx';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { RunNotes } from './run-notes.tsx';
import { listHref } from './runs-head.tsx';
import { type StravaSource, ViewOnStrava } from './strava-marks.tsx';
import { TotalsList } from './totals-list.tsx';

export interface KeptActivityView {
  id: string;
  source: Source;
  name: string | null;
  sport: string;
  isDeleted: boolean;
  localDate: LocalDate;
  startTimeS: number;
  /** Offset of the runner's clock from UTC. */
  utcOffsetS: number;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  fileName: string | null;
  warnings: readonly Warning[];
  /** Where it is on Strava; `null` for an activity that is here from a file alone. */
  strava: StravaSource | null;
}

export interface KeptActivityPageProps {
  context: PageContext;
  activity: KeptActivityView;
}

export function KeptActivityPage(props: KeptActivityPageProps) {
  return props.activity.isDeleted ? <DeletedPage {...props} /> : <OtherSportPage {...props} />;
}

function OtherSportPage({ context, activity }: KeptActivityPageProps) {
  const title = datedActivity(activity, context.units);
  return (
    <Layout context={context} title={title}>
      <KeptHead context={context} activity={activity} title={title} list="other-sports" />
      <p class="notice stays-out">{OTHER_SPORT.staysOut}</p>
      <TotalsList totals={activityTotals(activity, context.units)} />
      <RunNotes warnings={activity.warnings} fileName={activity.fileName} />
      <section class="run-section was-run" aria-labelledby="was-run-title">
        <h2 id="was-run-title">{OTHER_SPORT.wasRunTitle}</h2>
        <p class="muted">{OTHER_SPORT.wasRunHint[activity.source]}</p>
        <form method="post" action={`/runs/${activity.id}/sport`}>
          <button class="button" type="submit" name="sport" value="running">
            {OTHER_SPORT.wasRun}
          </button>
        </form>
      </section>
      <DeleteSection id={activity.id} isRun={false} source={activity.source} otherRecordings={0} />
    </Layout>
  );
}

function DeletedPage({ context, activity }: KeptActivityPageProps) {
  const title = DELETED.title(datedActivity(activity, context.units));
  return (
    <Layout context={context} title={title}>
      <KeptHead context={context} activity={activity} title={title} list="deleted" />
      <section class="card restore">
        <p>{DELETED.detail[activity.source]}</p>
        <form method="post" action={`/runs/${activity.id}/restore`}>
          <button class="button primary" type="submit">
            {DELETED.undo}
          </button>
        </form>
      </section>
    </Layout>
  );
}

interface KeptHeadProps extends KeptActivityPageProps {
  title: string;
  /** Where it is listed. */
  list: 'other-sports' | 'deleted';
}

function KeptHead({ context, activity, title, list }: KeptHeadProps) {
  return (
    <div class="page-head run-head">
      <nav class="run-nav" aria-label={LISTS[list]}>
        <a class="run-back" href={listHref(context, list, null)}>
          <BackIcon />
          {LISTS[list]}
        </a>
      </nav>
      <h1>{title}</h1>
      <p>
        {RUN.started(formatTimeOfDay(activity.startTimeS, activity.utcOffsetS))}
        {activity.name !== null && ` · ${activity.name}`}
      </p>
      {activity.strava !== null && <ViewOnStrava source={activity.strava} />}
    </div>
  );
}
