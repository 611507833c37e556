/** The head of every list of activities: its name, the lists there are, and the years of the one shown. */
import { LISTS } from '../words/en/kept.ts';
import { RUNS } from '../words/en/runs.ts';
import type { PageContext } from './page-context.ts';

export type ListName = 'runs' | 'other-sports' | 'deleted';

export interface ListsProps {
  context: PageContext;
  /** How much is kept beside the runs. */
  kept: { otherSports: number; deleted: number };
  /** The year shown; `null` when the list is empty. */
  year: number | null;
  /** Years with something in the list, newest first; each is a link `?year=2026`. */
  years: readonly number[];
}

export function RunsHead({ list, ...props }: ListsProps & { list: ListName }) {
  const { context, kept, year, years } = props;
  const hasOthers = list !== 'runs' || kept.otherSports + kept.deleted > 0;
  return (
    <div class="page-head runs-head">
      <h1>{LISTS[list]}</h1>
      {hasOthers && <ListLinks {...props} list={list} />}
      {years.length > 1 && (
        <nav class="segments years" aria-label={RUNS.yearLabel}>
          {years.map((name) => (
            <a
              href={listHref(context, list, name)}
              aria-current={name === year ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

/** A list of nothing is not offered, unless it is the one shown. */
function ListLinks({ context, kept, list }: ListsProps & { list: ListName }) {
  const lists: readonly (readonly [ListName, number | null])[] = [
    ['runs', null],
    ['other-sports', kept.otherSports],
    ['deleted', kept.deleted],
  ];
  return (
    <nav class="segments" aria-label={LISTS.label}>
      {lists
        .filter(([name, count]) => name === list || count !== 0)
        .map(([name, count]) => (
          <a href={listHref(context, name, null)} aria-current={name === list ? 'true' : undefined}>
            {LISTS[name]}
            {count !== null && <span class="count">{count.toLocaleString('en-GB')}</span>}
          </a>
        ))}
    </nav>
  );
}

/** `/runs?show=other-sports&year=2026`. */
export function listHref(
  { basePath }: Pick<PageContext, 'basePath'>,
  list: ListName,
  year: number | null,
): string {
  const query = new URLSearchParams({
    ...(list !== 'runs' && { show: list }),
    ...(year !== null && { year: String(year) }),
  });
  return `${basePath}/runs${query.size === 0 ? '' : `?${query}`}`;
}
