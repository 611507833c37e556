/** What the page says of imports besides its own: interrupted ones, to go on with or leave, and those of other tabs. */
import { IMPORTS, interruptedWords } from '../../words/en/imports.ts';
import { element, part } from '../elements.ts';
import {
  forgetImport,
  onImportElsewhere,
  type UnfinishedImport,
  unfinishedImports,
} from './unfinished-import.ts';
import { importEnded, runningImports } from './while-importing.ts';

export interface ImportNotice {
  /** The interrupted import that files or folders of these names belong to. */
  interruptedOf(names: ReadonlySet<string>): UnfinishedImport | null;
  /** Looks again; the page's own import is not spoken of. */
  refresh(ownBatch: string | null): Promise<void>;
}

export function importNotice(root: HTMLElement): ImportNotice {
  const box = part(root, 'interrupted');
  const watched = new Set<string>();
  let own: string | null = null;
  let interrupted: UnfinishedImport[] = [];

  async function look(): Promise<void> {
    const running = await runningImports();
    const others = unfinishedImports().filter(({ batch }) => batch !== own);
    interrupted = others.filter(({ batch }) => !running.has(batch));
    const elsewhere = others.filter(({ batch }) => running.has(batch));
    const isShown = others.length > 0;
    if (isShown) root.hidden = false;
    box.hidden = !isShown;
    box.replaceChildren(
      ...interrupted.flatMap(interruption),
      ...(elsewhere.length === 0 ? [] : [element('p', { text: IMPORTS.otherTab })]),
    );
    for (const { batch } of elsewhere) void lookAtItsEnd(batch);
  }

  async function lookAtItsEnd(batch: string): Promise<void> {
    if (watched.has(batch)) return;
    watched.add(batch);
    await importEnded(batch);
    watched.delete(batch);
    await look();
  }

  function interruption({ batch, names, total, done }: UnfinishedImport): HTMLElement[] {
    const dismiss = element('button', { className: 'quiet', text: IMPORTS.dismiss });
    dismiss.type = 'button';
    dismiss.addEventListener('click', () => {
      forgetImport(batch);
      void look();
    });
    return [element('p', { text: interruptedWords(names, total, done) }), dismiss];
  }

  onImportElsewhere(() => void look());
  return {
    interruptedOf: (chosen) =>
      interrupted.find(({ names }) => names.some((name) => chosen.has(name))) ?? null,
    async refresh(ownBatch) {
      own = ownBatch;
      await look();
    },
  };
}
