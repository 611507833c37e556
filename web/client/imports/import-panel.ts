/** One import at a time: takes files, tells the worker, shows what it reports, remembers that it is under way. */
import { entryRole } from '../../../src/archive/entry-path.ts';
import { IMPORTS, interruptedWords } from '../../words/en/imports.ts';
import { element, part } from '../elements.ts';
import { importList } from './import-list.ts';
import type { ChosenFile, FromWorker, ImportProgress, ToWorker } from './import-messages.ts';
import { type ImportAction, importView, type Undoing } from './import-view.ts';
import { startImportWorker } from './start-worker.ts';
import { timeLeft } from './time-left.ts';
import { undoImport } from './undo-import.ts';
import { forgetImport, rememberImport, unfinishedImport } from './unfinished-import.ts';
import { whileImporting } from './while-importing.ts';

export interface ImportPanel {
  add(files: readonly ChosenFile[]): void;
}

interface Run {
  /** What can be undone together. */
  batch: string;
  worker: Worker;
  names: Set<string>;
  left: ReturnType<typeof timeLeft>;
  progress: ImportProgress | null;
  undoing: Undoing;
}

export async function importPanel(root: HTMLElement): Promise<ImportPanel> {
  const list = importList(root);
  const view = importView(root, act);
  const guard = whileImporting(() => send({ type: 'continue' }));
  let run: Run | null = null;
  if (await guard.isNobodyImporting()) showInterrupted(root);

  function add(files: readonly ChosenFile[]): void {
    const wanted = files.filter(isWanted);
    hideInterrupted(root);
    if (wanted.length === 0) {
      part(root, 'progress').hidden = false;
      view.say(IMPORTS.nothingInFolder);
      return;
    }
    if (run === null || run.progress?.phase === 'cancelled' || run.undoing !== 'no') {
      run?.worker.terminate();
      list.clear();
      run = started();
    }
    for (const { path } of wanted) run.names.add(path.split('/')[0] ?? path);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    guard.begin();
    send({ type: 'add', batch: run.batch, timeZone, files: wanted });
    part(root, 'progress').hidden = false;
    part(root, 'progress').scrollIntoView({ block: 'nearest' });
  }

  function started(): Run {
    const worker = startImportWorker();
    const made: Run = {
      batch: crypto.randomUUID(),
      worker,
      names: new Set(),
      left: timeLeft(),
      progress: null,
      undoing: 'no',
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      made.progress = data.progress;
      list.put(data.rows);
      remember(made, data.progress);
      render(made);
    });
    worker.addEventListener('error', () => {
      guard.end();
      view.say(IMPORTS.stopped);
    });
    return made;
  }

  function remember({ names }: Run, { phase, found, done }: ImportProgress): void {
    if (phase === 'over' || phase === 'cancelled') {
      guard.end();
      forgetImport();
    } else rememberImport({ names: [...names], total: found, done });
  }

  function render({ progress, left, undoing }: Run): void {
    if (progress === null) return;
    const leftS = left.leftS(progress.fraction, progress.phase === 'running', performance.now());
    view.render({ progress, leftS, undoing, rows: list.rows() });
  }

  function send(message: ToWorker): void {
    run?.worker.postMessage(message);
  }

  function act(action: ImportAction): void {
    if (action === 'undo' || action === 'redo') void undo(action);
    else {
      if (action === 'retry') guard.begin();
      send({ type: action });
    }
  }

  async function undo(action: 'undo' | 'redo'): Promise<void> {
    if (run === null) return;
    view.say(action === 'undo' ? IMPORTS.undoing : IMPORTS.redoing);
    if (!(await undoImport(run.batch, action))) {
      view.say(IMPORTS.notUndone);
      return;
    }
    // Its memory of what is here would be wrong from now on.
    run.worker.terminate();
    run.undoing = action === 'undo' ? 'undone' : 'redone';
    render(run);
  }

  return { add };
}

/** In a folder, only what its name calls an activity, an archive or the table of an export. */
function isWanted({ path }: ChosenFile): boolean {
  const role = entryRole(path);
  return !path.includes('/') || role === 'activity' || role === 'archive' || role === 'table';
}

function showInterrupted(root: HTMLElement): void {
  const unfinished = unfinishedImport();
  if (unfinished === null) return;
  const { names, total, done } = unfinished;
  const dismiss = element('button', { className: 'quiet', text: IMPORTS.dismiss });
  dismiss.type = 'button';
  dismiss.addEventListener('click', () => {
    forgetImport();
    hideInterrupted(root);
  });
  const box = part(root, 'interrupted');
  box.replaceChildren(element('p', { text: interruptedWords(names, total, done) }), dismiss);
  box.hidden = false;
  root.hidden = false;
}

function hideInterrupted(root: HTMLElement): void {
  part(root, 'interrupted').hidden = true;
}
