/** The planner while the runner changes its numbers: asks the site what they would raise, and says so at once. */
import type { PlanQuantity } from '../../src/analysis/planner/headroom.ts';
import { LEVEL_WORDS } from '../words/en/flags.ts';
import { PLAN, type PlanWords } from '../words/en/plan.ts';
import { element, part } from './elements.ts';

interface PlanAnswer {
  words: PlanWords | null;
  risingWords: string | null;
}

/** Long enough to type a number, short enough to seem live. */
const SETTLED_MS = 250;

export function startPlan(form: HTMLFormElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.hidden = false;
    button.addEventListener('click', () => step(button));
  }
  if (form.querySelector('[data-stepper]') === null) return;
  let timer = 0;
  let asked = 0;
  form.addEventListener('input', ({ target }) => {
    // Another day has another page: its ceilings differ too.
    if (target instanceof HTMLInputElement && target.type === 'date') return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asked += 1;
      const mine = asked;
      const answer = await ask(form);
      // An answer to numbers that have changed since says nothing.
      if (mine === asked) show(form, answer);
    }, SETTLED_MS);
  });
}

function step(button: HTMLButtonElement): void {
  const input = button.parentElement?.querySelector('input');
  if (!input) return;
  const by = Number(button.dataset.step);
  const next = Math.max(0, Number(input.value || 0) + by);
  input.value = String(Math.round(next * 10) / 10);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function ask(form: HTMLFormElement): Promise<PlanAnswer | null> {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) query.set(name, String(value));
  try {
    const response = await fetch(`${form.dataset.plan}?${query}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function show(form: HTMLFormElement, answer: PlanAnswer | null): void {
  const verdict = part(form, 'verdict');
  if (answer === null) {
    verdict.textContent = PLAN.failed;
    return;
  }
  // The tendon has spoken meanwhile: the page has no numbers any more.
  if (answer.words === null) {
    location.reload();
    return;
  }
  const { room, flags } = answer.words;
  verdict.textContent = answer.words.verdict;
  for (const [quantity, text] of Object.entries(room) as [PlanQuantity, string][]) {
    const hint = form.querySelector(`[data-room="${quantity}"]`);
    if (hint !== null) hint.textContent = text;
  }
  part(form, 'would-flag').replaceChildren(...flags.map(flagItem));
  const rising = document.querySelector<HTMLElement>('[data-part="rising"]');
  if (rising === null) return;
  rising.hidden = answer.risingWords === null;
  rising.textContent = answer.risingWords ?? '';
}

function flagItem({ title, because, level }: PlanWords['flags'][number]): HTMLElement {
  const item = element('li', {}, [
    element('strong', { text: title }),
    element('span', { className: 'tag', text: LEVEL_WORDS[level] }),
    element('p', { className: 'because', text: because }),
  ]);
  item.dataset.level = level;
  return item;
}
