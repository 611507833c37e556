/** The runner's shoes with the distance of each, and the form that adds one. Works without JavaScript. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { formatDayNear, formatDayYear, formatNumber, formatWeeklyDistance } from '../format.ts';
import { SHOES } from '../words/en/shoes.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { ShoeForm, type ShoeProblem, type ShoeTexts } from './shoe-form.tsx';

export interface ShoeItem {
  id: string;
  name: string;
  dropMm: number | null;
  heelLiftMm: number | null;
  since: LocalDate | null;
  retiredOn: LocalDate | null;
  runCount: number;
  distanceM: number;
  firstDate: LocalDate | null;
  lastDate: LocalDate | null;
  isWornNow: boolean;
}

export interface ShoesPageProps {
  context: PageContext;
  shoes: readonly ShoeItem[];
  deleted: readonly ShoeItem[];
  /** For the first day of a new shoe. */
  today: LocalDate;
  /** True right after something was saved. */
  isSaved?: boolean;
  /** The shoe that was deleted right before. */
  deletedId?: string | undefined;
  /** A form that could not be taken, as it was typed; `id` is `null` for a new shoe. */
  invalid?: { id: string | null; texts: ShoeTexts; problem: ShoeProblem } | undefined;
  /** A deleted shoe that cannot come back under its name. */
  isNameTaken?: boolean;
}

export function ShoesPage(props: ShoesPageProps) {
  const { context, shoes, deleted, deletedId } = props;
  const gone = deleted.find(({ id }) => id === deletedId);
  return (
    <Layout context={context} title={SHOES.title}>
      <div class="page-head">
        <h1>{SHOES.title}</h1>
        <p>{SHOES.lead}</p>
        <p role="status" class="saved">
          {props.isSaved && SHOES.saved}
          {gone !== undefined && SHOES.deleted(gone.name)}
        </p>
        {gone !== undefined && <ShoeAction context={context} shoe={gone} action="undo" />}
        {props.isNameTaken && (
          <p class="field-problem" role="alert">
            {SHOES.problems['restore-name-taken']}
          </p>
        )}
      </div>
      {shoes.length > 0 && (
        <section aria-label={SHOES.listLabel}>
          <ul class="shoes">
            {shoes.map((shoe) => (
              <Shoe {...props} shoe={shoe} />
            ))}
          </ul>
          <p class="hint shoes-hint">{SHOES.wornNowHint}</p>
        </section>
      )}
      <NewShoe {...props} />
      {deleted.length > 0 && <DeletedShoes {...props} />}
    </Layout>
  );
}

function Shoe(props: ShoesPageProps & { shoe: ShoeItem }) {
  const { context, shoe, invalid } = props;
  const isInvalid = invalid?.id === shoe.id;
  return (
    <li class="card shoe">
      <h2>
        {shoe.name}
        {shoe.isWornNow && <span class="tag">{SHOES.wornNow}</span>}
        {shoe.retiredOn !== null && (
          <span class="tag">{SHOES.retired(formatDayYear(shoe.retiredOn))}</span>
        )}
      </h2>
      <Facts {...props} />
      <details open={isInvalid}>
        <summary aria-label={SHOES.change(shoe.name)}>{SHOES.changeShort}</summary>
        <ShoeForm
          context={context}
          id={shoe.id}
          texts={isInvalid ? invalid.texts : textsOf(shoe)}
          problem={isInvalid ? invalid.problem : null}
        />
        <div class="shoe-actions">
          <ShoeAction
            context={context}
            shoe={shoe}
            action={shoe.retiredOn === null ? 'retire' : 'wearAgain'}
          />
          <ShoeAction context={context} shoe={shoe} action="delete" />
        </div>
      </details>
    </li>
  );
}

function Facts({ context, today, shoe }: ShoesPageProps & { shoe: ShoeItem }) {
  const { dropMm, heelLiftMm, since, runCount, distanceM, firstDate, lastDate } = shoe;
  const near = (date: LocalDate) => formatDayNear(date, today);
  const mm = (value: number) => SHOES.millimetres(formatNumber(value));
  const facts: readonly (readonly [string, string])[] = [
    [SHOES.distance, formatWeeklyDistance(distanceM, context.units)],
    [SHOES.runs, runCount === 0 ? SHOES.noRuns : SHOES.runCount(runCount)],
    [SHOES.drop, dropMm === null ? SHOES.notSaid : mm(dropMm)],
    ...(heelLiftMm === null ? [] : [[SHOES.heelLift, mm(heelLiftMm)] as const]),
    ...(since === null ? [] : [[SHOES.since, formatDayYear(since)] as const]),
    ...(firstDate === null || lastDate === null
      ? []
      : [[SHOES.worn, SHOES.days(near(firstDate), near(lastDate))] as const]),
  ];
  return (
    <dl class="shoe-facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd class="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function NewShoe({ context, shoes, today, invalid }: ShoesPageProps) {
  const isInvalid = invalid?.id === null;
  return (
    <section class="card new-shoe" aria-labelledby="new-shoe">
      <h2 id="new-shoe">{SHOES.add}</h2>
      {shoes.length === 0 && <p class="muted">{SHOES.empty}</p>}
      <ShoeForm
        context={context}
        id={null}
        texts={isInvalid ? invalid.texts : { ...NO_TEXTS, since: today }}
        problem={isInvalid ? invalid.problem : null}
      />
    </section>
  );
}

function DeletedShoes({ context, deleted }: ShoesPageProps) {
  return (
    <details class="deleted-shoes">
      <summary>{SHOES.deletedList(deleted.length)}</summary>
      <ul class="card">
        {deleted.map((shoe) => (
          <li>
            <span>{shoe.name}</span>
            <ShoeAction context={context} shoe={shoe} action="restore" />
          </li>
        ))}
      </ul>
    </details>
  );
}

const ACTIONS = {
  retire: 'retire',
  wearAgain: 'wear-again',
  delete: 'delete',
  undo: 'restore',
  restore: 'restore',
} as const;

interface ShoeActionProps {
  context: PageContext;
  shoe: Pick<ShoeItem, 'id' | 'name'>;
  action: keyof typeof ACTIONS;
}

function ShoeAction({ context, shoe, action }: ShoeActionProps) {
  return (
    <form method="post" action={`${context.basePath}/shoes/${shoe.id}/${ACTIONS[action]}`}>
      <button
        class={action === 'delete' ? 'button danger' : 'button'}
        type="submit"
        aria-label={SHOES.named(SHOES[action], shoe.name)}
      >
        {SHOES[action]}
      </button>
    </form>
  );
}

const NO_TEXTS: ShoeTexts = { name: '', dropMm: '', heelLiftMm: '', since: '', retiredOn: '' };

const textsOf = ({ name, dropMm, heelLiftMm, since, retiredOn }: ShoeItem): ShoeTexts => ({
  name,
  dropMm: dropMm === null ? '' : String(dropMm),
  heelLiftMm: heelLiftMm === null ? '' : String(heelLiftMm),
  since: since ?? '',
  retiredOn: retiredOn ?? '',
});
