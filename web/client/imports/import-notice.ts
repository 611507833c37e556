/** What the page says of imports besides its own: interrupted ones, to go on with or leave, and those of other tabs. */
import { IMPORTS, interruptedWords } from '../../words/en/imports.ts';
import { element, part } from '../elements.ts';
import type { Choice } from './import-messages.ts';
import { filesOfHandles, forgetHandles, keptHandles } from './kept-handles.ts';
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

/** `onGoOn`: the runner has given leave to read the files of an interrupted import again. */
export function importNotice(root: HTMLElement, onGoOn: (choice: Choice) => void): ImportNotice {
  const box = part(root, 'interrupted');
  const watched = new Set<string>();
  let own: string | null = null;
  let interrupted: UnfinishedImport[] = [];

  async function look(): Promise<void> {
    const running = await runningImports();
    const others = unfinishedImports().filter(({ batch }) => batch !== own);
    interrupted = others.filter(({ batch }) => !running.has(batch));
    const elsewhere = others.filter(({ batch }) => running.has(batch));
    const interruptions = await Promise.all(interrupted.map(interruption));
    const isShown = others.length > 0;
    if (isShown) root.hidden = false;
    box.hidden = !isShown;
    box.replaceChildren(
      ...interruptions,
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

  async function interruption({
    batch,
    names,
    total,
    done,
  }: UnfinishedImport): Promise<HTMLElement> {
    const handles = await keptHandles(batch);
    const isAtHand = names.every((name) => handles.some((handle) => handle.name === name));
    const words = element('p', { text: interruptedWords(names, total, done, isAtHand) });
    const goOn = button(IMPORTS.goOn, 'button', async () => {
      const files = await filesOfHandles(handles);
      if (files !== null) onGoOn({ files, handles: [] });
      else {
        words.textContent = interruptedWords(names, total, done, false);
        goOn.hidden = true;
      }
    });
    const dismiss = button(IMPORTS.dismiss, 'quiet', () => {
      forgetImport(batch);
      void forgetHandles(batch);
      void look();
    });
    return element('div', {}, [words, ...(isAtHand ? [goOn] : []), dismiss]);
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

function button(text: string, className: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', { className, text });
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}
