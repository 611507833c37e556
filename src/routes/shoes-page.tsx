/** `/shoes`: the runner's shoes as forms that work without JavaScript; each answers with the page of all. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  SHOE_FIELDS,
  type ShoeField,
  type ShoeProblem,
  type ShoeTexts,
} from '../../web/pages/shoe-form.tsx';
import { ShoesPage, type ShoesPageProps } from '../../web/pages/shoes-page.tsx';
import type { Result } from '../analysis/result.ts';
import type { ShoeError } from '../athlete/athlete-shoes.ts';
import { dateIn } from '../athlete/runner-clock.ts';
import { openAthlete, requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { currentSettings, pageContext } from './page-context.ts';
import { readForm } from './request-body.ts';
import { formShoe, newShoeSchema } from './shoe-input.ts';
import { changed, noSuchShoe } from './shoes.ts';

type Outcome = Pick<ShoesPageProps, 'isSaved' | 'deletedId' | 'invalid' | 'isNameTaken'>;

const pageLinkSchema = v.object({
  saved: v.optional(v.string()),
  deleted: v.optional(v.string()),
});

export const shoesPage = new Hono<Environment>()
  .get('/', async (c) => {
    const { saved, deleted } = v.parse(pageLinkSchema, c.req.query());
    return c.html(await page(c, { isSaved: saved !== undefined, deletedId: deleted }));
  })
  .post('/', (c) =>
    saved(c, null, async (shoe) => {
      const { athlete } = c.var.store ?? (await openAthlete(c));
      return athlete.addShoe(shoe);
    }),
  )
  .post('/:id', (c) =>
    saved(c, c.req.param('id'), (shoe) =>
      requireStore(c).athlete.changeShoe(c.req.param('id'), shoe),
    ),
  )
  .post('/:id/retire', async (c) => {
    const { athlete } = requireStore(c);
    const settings = await athlete.settings();
    changed(await athlete.changeShoe(c.req.param('id'), { retiredOn: today(c, settings) }));
    return c.redirect('/shoes?saved', 303);
  })
  .post('/:id/wear-again', async (c) => {
    changed(await requireStore(c).athlete.changeShoe(c.req.param('id'), { retiredOn: null }));
    return c.redirect('/shoes?saved', 303);
  })
  .post('/:id/delete', async (c) => {
    const id = c.req.param('id');
    if (!(await requireStore(c).athlete.deleteShoe(id, requestClock(c).nowS))) throw noSuchShoe();
    return c.redirect(`/shoes?deleted=${encodeURIComponent(id)}`, 303);
  })
  .post('/:id/restore', async (c) => {
    const result = await requireStore(c).athlete.restoreShoe(c.req.param('id'));
    if (!result.ok && result.error === 'name-taken') {
      return c.html(await page(c, { isNameTaken: true }), 422);
    }
    changed(result);
    return c.redirect('/shoes?saved', 303);
  });

/** Keeps what the form says, or shows it again as typed with the field that cannot be taken. */
async function saved<Value>(
  c: Context<Environment>,
  id: string | null,
  keep: (shoe: v.InferOutput<typeof newShoeSchema>) => Promise<Result<Value, ShoeError>>,
) {
  const form = await readForm(c.req.raw);
  const shoe = v.safeParse(newShoeSchema, formShoe(form), { abortEarly: true });
  if (!shoe.success) {
    const field = v.getDotPath(shoe.issues[0]) as ShoeField;
    return again({ field, why: field });
  }
  const result = await keep(shoe.output);
  const problem = result.ok ? undefined : PROBLEMS[result.error];
  if (problem !== undefined) return again(problem);
  changed(result);
  return c.redirect('/shoes?saved', 303);

  async function again(problem: ShoeProblem) {
    return c.html(await page(c, { invalid: { id, texts: textsOf(form), problem } }), 422);
  }
}

const PROBLEMS: Partial<Record<ShoeError, ShoeProblem>> = {
  'name-taken': { field: 'name', why: 'name-taken' },
  'retired-before': { field: 'retiredOn', why: 'retired-before' },
};

const textsOf = (form: FormData): ShoeTexts =>
  Object.fromEntries(
    SHOE_FIELDS.map((field) => [field, String(form.get(field) ?? '')]),
  ) as ShoeTexts;

async function page(c: Context<Environment>, outcome: Outcome) {
  const answer = await c.var.store?.athlete.shoes(requestClock(c));
  const settings = answer?.settings ?? (await currentSettings(c));
  return (
    <ShoesPage
      context={pageContext(c, settings)}
      today={answer?.today ?? today(c, settings)}
      shoes={answer?.shoes ?? []}
      deleted={answer?.deleted ?? []}
      {...outcome}
    />
  );
}

function today(c: Context<Environment>, { timeZone }: { timeZone: string | null }) {
  const { nowS, timeZone: requestZone } = requestClock(c);
  return dateIn(nowS, timeZone, requestZone);
}
