/** Writes how an import stands into its panel: headline, bar, notes, buttons; tells screen readers every tenth of it. */
import {
  IMPORTS,
  importHeadline,
  importNotes,
  importProgress,
  importSummary,
} from '../../words/en/imports.ts';
import { element, part } from '../elements.ts';
import { hasEnded, type ImportProgress, type ImportRow } from './import-messages.ts';

export type ImportAction = 'pause' | 'continue' | 'cancel' | 'retry' | 'undo' | 'redo';
/** What became of the import as a whole after its end. */
export type Undoing = 'no' | 'undone' | 'redone';

export interface ImportScene {
  progress: ImportProgress;
  leftS: number | null;
  rows: readonly ImportRow[];
  /** Part of it was brought before: a double may be its own. */
  isResumed: boolean;
  undoing: Undoing;
}

export interface ImportView {
  /** Files were chosen, and the worker has told nothing of them yet. */
  begin(): void;
  render(scene: ImportScene): void;
  /** Shown and read out. */
  say(text: string): void;
}

const BEGINNING: ImportScene = {
  progress: {
    ...{ phase: 'running', found: 0, done: 0, fraction: 0 },
    ...{ archive: null, otherFiles: 0, withoutFile: 0 },
  },
  ...{ leftS: null, rows: [], isResumed: false, undoing: 'no' },
};
const ANNOUNCEMENTS = 10;
const ACTIONS: readonly ImportAction[] = ['pause', 'continue', 'cancel', 'retry', 'undo', 'redo'];

export function importView(
  root: HTMLElement,
  onAction: (action: ImportAction) => void,
): ImportView {
  const buttons = new Map(ACTIONS.map((action) => [action, button(root, action)]));
  for (const [action, made] of buttons) made.addEventListener('click', () => onAction(action));
  const bar = root.querySelector('progress') as HTMLProgressElement;
  const announcement = part(root, 'announcement');
  let announced = '';

  function show(scene: ImportScene): void {
    const { progress, leftS, rows } = scene;
    const isOver = hasEnded(progress.phase);
    const isUndone = scene.undoing === 'undone';
    part(root, 'progress').hidden = false;
    part(root, 'headline').textContent = headline(scene);
    part(root, 'results').hidden = isUndone;
    part(root, 'count').hidden = isUndone;
    part(root, 'count').textContent = isOver
      ? summaryOf(progress, rows)
      : importProgress({ ...progress, leftS });
    bar.hidden = isOver;
    bar.value = progress.fraction;
    renderNotes(root, isUndone ? [] : notesOf(scene));
    showActions(root, buttons, scene);
  }

  return {
    begin() {
      announced = '';
      show(BEGINNING);
    },
    render(scene) {
      show(scene);
      const { progress, rows, undoing } = scene;
      const tenth = Math.floor(ANNOUNCEMENTS * progress.fraction);
      const state = `${progress.phase} ${tenth} ${undoing}`;
      if (state === announced) return;
      announced = state;
      const title = headline(scene);
      const why = progress.phase === 'running' ? [] : notesOf(scene);
      announcement.textContent =
        undoing === 'undone'
          ? title
          : [`${title}. ${summaryOf(progress, rows)}.`, ...why].join(' ');
    },
    say(text) {
      announcement.textContent = text;
      renderNotes(root, [text]);
    },
  };
}

const button = (root: HTMLElement, action: ImportAction): HTMLButtonElement =>
  root.querySelector(`[data-import-action="${action}"]`) as HTMLButtonElement;

const summaryOf = ({ found }: ImportProgress, rows: readonly ImportRow[]): string =>
  importSummary(rows, Math.max(found, rows.length));

function notesOf({ progress, isResumed }: ImportScene): string[] {
  const notes = importNotes(progress.phase, progress);
  return isResumed && hasEnded(progress.phase) ? [...notes, IMPORTS.resumed] : notes;
}

function headline({ undoing, progress, leftS }: ImportScene): string {
  if (undoing === 'no') return importHeadline({ ...progress, leftS });
  return undoing === 'undone' ? IMPORTS.undone : IMPORTS.redone;
}

function renderNotes(root: HTMLElement, notes: readonly string[]): void {
  const box = part(root, 'notes');
  box.hidden = notes.length === 0;
  // Only what changed: a screen reader may be in the middle of it.
  if (box.textContent === notes.join('')) return;
  box.replaceChildren(...notes.map((text) => element('p', { text })));
}

function showActions(
  root: HTMLElement,
  buttons: ReadonlyMap<ImportAction, HTMLElement>,
  { progress: { phase }, rows, isResumed, undoing }: ImportScene,
): void {
  const isOver = hasEnded(phase);
  const isReachable = phase !== 'no-runner';
  const statuses = new Set(rows.flatMap(({ results }) => results.map(({ status }) => status)));
  const isUndone = undoing === 'undone';
  const shown: Record<ImportAction, boolean> = {
    pause: phase === 'running',
    continue: phase === 'paused' || phase === 'unreachable',
    cancel: !isOver,
    retry: phase === 'over' && statuses.has('failed') && undoing === 'no',
    undo:
      isOver &&
      isReachable &&
      !isUndone &&
      (statuses.has('added') || statuses.has('not-a-run') || isResumed),
    redo: isUndone,
  };
  const focused = document.activeElement;
  for (const [action, made] of buttons) made.hidden = !shown[action];
  part(root, 'done').hidden =
    !isOver || !isReachable || isUndone || !(statuses.has('added') || statuses.has('duplicate'));
  const lostFocus = [...buttons.values()].some((made) => made.hidden && made === focused);
  if (!lostFocus) return;
  const next = [...buttons.values()].find((made) => !made.hidden) ?? part(root, 'headline');
  next.focus();
}
