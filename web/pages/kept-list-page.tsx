/** Other sports, or what was deleted: newest first, by month, a year at a time; works without JavaScript. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatDuration, formatMonth, formatRunDistance, formatWeekdayDay } from '../format.ts';
import { sportWord } from '../words/en/correct.ts';
import { DELETED, datedActivity, LISTS, OTHER_SPORT } from '../words/en/kept.ts';
import { RUNS } from '../words/en/runs.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { type ListsProps, RunsHead } from './runs-head.tsx';

export interface KeptListItem {
  /** `null`: only the check-in of its day tells of it. */
  id: string | null;
  name: string | null;
  sport: string;
  localDate: LocalDate;
  distanceM: number | null;
  timerS: number | null;
}

export interface KeptListPageProps extends ListsProps {
  list: 'other-sports' | 'deleted';
  /** Of `year`, newest first. */
  activities: readonly KeptListItem[];
}

export function KeptListPage({ list, activities, ...lists }: KeptListPageProps) {
  const { context } = lists;
  const isDeleted = list === 'deleted';
  const months = [...Map.groupBy(activities, ({ localDate }) => localDate.slice(0, 7)).values()];
  return (
    <Layout context={context} title={LISTS[list]}>
      <RunsHead {...lists} list={list} />
      <p class="list-lead">{listLead(list, activities.length === 0)}</p>
      {months.map((ofMonth) => (
        <Month context={context} activities={ofMonth} isDeleted={isDeleted} />
      ))}
    </Layout>
  );
}

function listLead(list: KeptListPageProps['list'], isEmpty: boolean): string {
  if (list === 'deleted') return isEmpty ? DELETED.empty : DELETED.lead;
  return isEmpty ? OTHER_SPORT.empty : OTHER_SPORT.lead;
}

interface MonthProps {
  context: PageContext;
  activities: readonly KeptListItem[];
  isDeleted: boolean;
}

function Month({ context, activities, isDeleted }: MonthProps) {
  const [first] = activities;
  if (first === undefined) return null;
  const name = formatMonth(first.localDate);
  return (
    <section class="card month" aria-label={name}>
      <div class="month-head">
        <h2>{name}</h2>
      </div>
      <ul class="kept-list">
        {activities.map((activity) => (
          <KeptRow context={context} activity={activity} isDeleted={isDeleted} />
        ))}
      </ul>
    </section>
  );
}

function KeptRow({
  context,
  activity,
  isDeleted,
}: Omit<MonthProps, 'activities'> & { activity: KeptListItem }) {
  const { id, name, sport, localDate, distanceM, timerS } = activity;
  return (
    <li>
      <a
        class="kept-link"
        href={`${context.basePath}${id === null ? `/check-in?date=${localDate}` : `/runs/${id}`}`}
      >
        {formatWeekdayDay(localDate)}
      </a>
      <span class="kept-what">
        {sportWord(sport)}
        {name !== null && <span class="run-kind">{name}</span>}
        {id === null && <span class="run-kind">{OTHER_SPORT.said}</span>}
      </span>
      <span class="kept-numbers number">
        <span>
          {distanceM === null ? RUNS.unknown : formatRunDistance(distanceM, context.units)}
        </span>
        <span>{timerS === null ? RUNS.unknown : formatDuration(timerS)}</span>
      </span>
      {isDeleted && (
        <form method="post" action={`/runs/${id}/restore`}>
          <button class="button" type="submit">
            {DELETED.restore}
            <span class="visually-hidden">: {datedActivity(activity, context.units)}</span>
          </button>
        </form>
      )}
    </li>
  );
}
