/** Files chosen, or dropped anywhere on the page: the first alone, then three at a time, a row for each, failed ones again on demand. */
import { type ImportAnswer, importSummary } from '../words/en/imports.ts';
import { sendFile } from './send-file.ts';
import { fileRow } from './upload-row.ts';

const IN_FLIGHT = 3;
/** The first file to come in makes the athlete; files sent beside it would each make another. */
const IN_FLIGHT_AT_FIRST = 1;
/** A screen reader hears about every tenth of the work. */
const ANNOUNCEMENTS = 10;

interface Entry {
  file: File;
  results: ImportAnswer[] | null;
  row: ReturnType<typeof fileRow>;
}

export function acceptUploads(): void {
  const panel = document.querySelector<HTMLElement>('[data-upload]');
  if (panel === null) return;
  const queue = uploadQueue(panel);
  const input = panel.querySelector<HTMLInputElement>('input[type=file]');
  input?.addEventListener('change', () => {
    queue.add([...(input.files ?? [])]);
    input.value = '';
  });
  panel.querySelector('[data-upload-retry]')?.addEventListener('click', () => queue.retry());
  acceptDrops((files) => queue.add(files));
}

function acceptDrops(onFiles: (files: File[]) => void): void {
  const carriesFiles = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes('Files') ?? false;
  const highlight = (isOn: boolean): void => {
    document.body.classList.toggle('is-dropping', isOn);
  };
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    highlight(true);
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) highlight(false);
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    highlight(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
}

function uploadQueue(panel: HTMLElement) {
  const entries: Entry[] = [];
  const waiting: Entry[] = [];
  const show = progressView(panel, entries);
  let inFlight = 0;
  let hasAthlete = false;

  const pump = (): void => {
    while (inFlight < (hasAthlete ? IN_FLIGHT : IN_FLIGHT_AT_FIRST)) {
      const entry = waiting.shift();
      if (entry === undefined) return;
      inFlight += 1;
      entry.row.sending();
      void sendFile(entry.file).then((results) => {
        entry.results = results;
        hasAthlete ||= results.some(({ activityId }) => activityId !== undefined);
        entry.row.done(results);
        if (results.some(isFailed)) toTop(entry.row.element);
        inFlight -= 1;
        show();
        pump();
      });
    }
  };
  const enqueue = (added: readonly Entry[]): void => {
    waiting.push(...added);
    show();
    pump();
  };
  return {
    add(files: readonly File[]): void {
      const added = files.map((file): Entry => ({ file, results: null, row: fileRow(file.name) }));
      entries.push(...added);
      panel.hidden = false;
      panel.querySelector('[data-upload-list]')?.append(...added.map(({ row }) => row.element));
      enqueue(added);
      panel.querySelector('[data-upload-progress]')?.scrollIntoView({ block: 'nearest' });
    },
    retry(): void {
      const failed = entries.filter(({ results }) => results?.some(isFailed));
      for (const entry of failed) {
        entry.results = null;
        entry.row.waiting();
      }
      enqueue(failed);
    },
  };
}

/** What needs attention must not hide below a hundred rows that do not. */
const toTop = (row: HTMLElement): void => row.parentElement?.prepend(row);

const isFailed = ({ status }: ImportAnswer): boolean => status === 'failed';

function progressView(panel: HTMLElement, entries: readonly Entry[]): () => void {
  const find = (name: string) => panel.querySelector<HTMLElement>(`[data-upload-${name}]`);
  const [view, summary, done, retry] = [
    find('progress'),
    find('summary'),
    find('done'),
    find('retry'),
  ];
  const bar = panel.querySelector('progress');
  let announced = -1;
  return () => {
    const finished = entries.flatMap(({ results }) => (results === null ? [] : [{ results }]));
    const isOver = finished.length === entries.length;
    const tenth = Math.floor((ANNOUNCEMENTS * finished.length) / Math.max(1, entries.length));
    if (view) view.hidden = entries.length === 0;
    if (bar) {
      bar.max = Math.max(1, entries.length);
      bar.value = finished.length;
    }
    if (summary && (isOver || tenth !== announced)) {
      summary.textContent = importSummary(finished, entries.length);
      announced = tenth;
    }
    if (done) done.hidden = !finished.some(({ results }) => results.some(isKept));
    if (retry) retry.hidden = !isOver || !finished.some(({ results }) => results.some(isFailed));
  };
}

const isKept = ({ status }: ImportAnswer): boolean => status === 'added' || status === 'duplicate';
