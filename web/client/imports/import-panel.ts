/** One import at a time: takes files, tells the worker, shows what it reports, remembers that it is under way. */
import { entryRole } from '../../../src/archive/entry-path.ts';
import { IMPORTS } from '../../words/en/imports.ts';
import { part } from '../elements.ts';
import { importList } from './import-list.ts';
import {
  type Choice,
  type ChosenFile,
  type FromWorker,
  hasEnded,
  type ImportProgress,
  type ToWorker,
} from './import-messages.ts';
import { importNotice } from './import-notice.ts';
import { type ImportAction, importView, type Undoing } from './import-view.ts';
import { forgetHandles, keepHandles } from './kept-handles.ts';
import { startImportWorker } from './start-worker.ts';
import { timeLeft } from './time-left.ts';
import { undoImport } from './undo-import.ts';
import { forgetImport, rememberImport, type UnfinishedImport } from './unfinished-import.ts';
import { whileImporting } from './while-importing.ts';

export interface ImportPanel {
  add(choice: Choice): void;
}

interface Run {
  /** What can be undone together. */
  batch: string;
  /** Part of it was brought before a reload or a crash. */
  isResumed: boolean;
  worker: Worker;
  names: Set<string>;
  left: ReturnType<typeof timeLeft>;
  progress: ImportProgress | null;
  undoing: Undoing;
}

export async function importPanel(root: HTMLElement): Promise<ImportPanel> {
  const list = importList(root, {
    onChange: () => run !== null && render(run),
    onFailure: () => view.say(IMPORTS.notUndone),
  });
  const view = importView(root, act);
  const guard = whileImporting(() => {
    if (run?.progress?.phase === 'unreachable') send({ type: 'continue' });
  });
  const notice = importNotice(root, add);
  let run: Run | null = null;
  await notice.refresh(null);

  function add({ files, handles }: Choice): void {
    const wanted = files.filter(isWanted);
    if (wanted.length === 0) {
      part(root, 'progress').hidden = false;
      view.say(IMPORTS.nothingInFolder);
      return;
    }
    const names = new Set(wanted.map(({ path }) => path.split('/')[0] ?? path));
    const resumed = notice.interruptedOf(names);
    if (run === null || isClosed(run) || (resumed !== null && run.progress?.phase === 'over')) {
      run?.worker.terminate();
      list.clear();
      run = started(resumed);
    }
    for (const name of names) run.names.add(name);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    guard.begin(run.batch);
    void keepHandles(run.batch, handles);
    if (run.progress === null) {
      const { batch } = run;
      rememberImport({ batch, names: [...run.names], total: wanted.length, done: 0 });
    }
    void notice.refresh(run.batch);
    if (run.progress === null || run.progress.phase === 'over') view.begin();
    send({ type: 'add', batch: run.batch, timeZone, files: wanted });
    part(root, 'progress').scrollIntoView({ block: 'nearest' });
  }

  function started(resumed: UnfinishedImport | null): Run {
    const worker = startImportWorker();
    const made: Run = {
      batch: resumed?.batch ?? crypto.randomUUID(),
      isResumed: resumed !== null,
      worker,
      names: new Set(resumed?.names),
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
    worker.addEventListener('error', () => stop(made));
    return made;
  }

  /** What it has brought is kept, and the same files go on with it. */
  function stop(failed: Run): void {
    failed.worker.terminate();
    guard.end();
    if (run === failed) run = null;
    void notice.refresh(null);
    if (failed.progress !== null) {
      failed.progress = { ...failed.progress, phase: 'cancelled' };
      render(failed);
    }
    view.say(IMPORTS.stopped);
  }

  function remember({ batch, names }: Run, { phase, found, done }: ImportProgress): void {
    if (hasEnded(phase)) {
      forgetImport(batch);
      void forgetHandles(batch);
      guard.end();
    } else rememberImport({ batch, names: [...names], total: found, done });
  }

  function render({ progress, left, isResumed, undoing }: Run): void {
    if (progress === null) return;
    const leftS = left.leftS(progress.fraction, progress.phase === 'running', performance.now());
    view.render({ progress, leftS, isResumed, undoing, rows: list.rows() });
  }

  function send(message: ToWorker): void {
    run?.worker.postMessage(message);
  }

  function act(action: ImportAction): void {
    if (action === 'undo' || action === 'redo') void undo(action);
    else {
      if (action === 'retry' && run !== null) {
        guard.begin(run.batch);
        view.begin();
      }
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

/** Nothing more can be added to it. */
const isClosed = ({ progress, undoing }: Run): boolean =>
  undoing !== 'no' || progress?.phase === 'cancelled' || progress?.phase === 'no-runner';

/** In a folder, only what its name calls an activity, an archive or the table of an export. */
function isWanted({ path }: ChosenFile): boolean {
  const role = entryRole(path);
  return !path.includes('/') || role === 'activity' || role === 'archive' || role === 'table';
}
