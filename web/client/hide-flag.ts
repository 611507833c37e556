/** Hides a flag without leaving the page, and offers to bring it back. Without script the form does the same. */
import { DASHBOARD } from '../words/en/dashboard.ts';
import { element } from './elements.ts';

export function hideFlagsInPlace(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.hide-flag')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void hide(form);
    });
  }
}

async function hide(form: HTMLFormElement): Promise<void> {
  const card = form.closest<HTMLElement>('.flag');
  if (card === null) return;
  if (!(await send('hide', form))) {
    showProblem(card, DASHBOARD.failedToHide);
    return;
  }
  clearProblem(card);
  const undo = element('button', { className: 'quiet', text: DASHBOARD.undo });
  undo.type = 'button';
  const stub = element('li', { className: 'card flag-status' }, [
    element('span', { text: DASHBOARD.hidden }),
    undo,
  ]);
  undo.addEventListener('click', async () => {
    if (!(await send('show', form))) {
      showProblem(stub, DASHBOARD.failedToShow);
      return;
    }
    stub.replaceWith(card);
    say(DASHBOARD.shownAgain);
    card.querySelector<HTMLElement>('form.hide-flag button')?.focus();
  });
  card.replaceWith(stub);
  undo.focus();
  say(DASHBOARD.hidden);
}

async function send(action: 'hide' | 'show', form: HTMLFormElement): Promise<boolean> {
  try {
    const response = await fetch(`/api/flags/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Seen in the card and read out at once, also when it is the same problem again. */
function showProblem(card: HTMLElement, text: string): void {
  clearProblem(card);
  const problem = element('p', { className: 'field-problem flag-problem', text });
  problem.setAttribute('role', 'alert');
  card.append(problem);
}

function clearProblem(card: HTMLElement): void {
  card.querySelector('.flag-problem')?.remove();
}

function say(text: string): void {
  const status = document.querySelector('[data-flag-status]');
  if (status !== null) status.textContent = text;
}
