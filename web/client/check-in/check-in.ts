/**
 * The check-in page at work: every tap is kept on this phone at once and sent after a moment of quiet, so that a slip put
 * right is sent once. What the page says stays true without a network.
 */

import type { WarningSign } from '../../../src/analysis/diary.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { dayName } from '../../words/en/check-in.ts';
import { answerWords, SAID, symmetryWords } from '../../words/en/check-in-said.ts';
import { part } from '../elements.ts';
import {
  type Change,
  earlyAnswers,
  type Fields,
  fieldOfInput,
  readField,
  writeField,
} from './form-answers.ts';
import { tidyAround } from './form-tidy.ts';
import { keepDay, keptDay } from './kept-day.ts';
import { sendAnswers } from './send-answers.ts';
import { askForSync, markUnsent } from './send-later.ts';
import { type Signs, signBoxes } from './signs.ts';
import { keepAnswer, type UnsentAnswer, unsentAnswers } from './unsent-answers.ts';

type Undo = { change: Change } | { sign: WarningSign; isTicked: boolean };

const CANNOT_KEEP = 'cannot-keep';
const QUIET_MS = 800;
const RETRY_MS = 30_000;
const SYMPTOMS: readonly (keyof Fields)[] = [
  'stiffness',
  'firstStepsPain',
  'painDuring',
  'painAfter',
];
const PLACE: readonly (keyof Fields)[] = ['side', 'spot'];
const NOTHING_FELT = {
  stiffness: null,
  firstStepsPain: null,
  painDuring: null,
  painAfter: null,
  nextDayResponse: null,
};

export class CheckIn {
  readonly #form: HTMLFormElement;
  readonly #signs: Signs;
  #date: LocalDate;
  #athlete: string | null;
  #ceiling: number;
  /** As shown; what is absent is not said. */
  #said: Change;
  readonly #early: Change;
  #undo: Undo | null = null;
  /** What to say once all has arrived. */
  #arrived: string = SAID.saved;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, date: LocalDate) {
    const { athlete, ceiling, said } = form.dataset;
    this.#form = form;
    this.#date = date;
    this.#athlete = athlete ?? null;
    this.#ceiling = Number(ceiling);
    this.#said = JSON.parse(said ?? '{}') as Change;
    this.#early = earlyAnswers(form);
    this.#signs = signBoxes(form, (sign, isTicked) => void this.#tick(sign, isTicked));
    form.addEventListener('change', ({ target }) => this.#answered(target as HTMLInputElement));
    form.addEventListener('submit', (event) => {
      if (form.classList.contains(CANNOT_KEEP)) return;
      event.preventDefault();
      void this.#send();
    });
    part(form, 'undo').addEventListener('click', () => void this.#takeBack());
    addEventListener('online', () => void this.#send());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#timer !== undefined) void this.#send();
    });
  }

  /** The page of no day that the browser keeps: what it showed last, if that was this day. */
  async fillShell(): Promise<void> {
    part(document, 'day').textContent = dayName(this.#date, this.#date);
    const kept = await keptDay();
    if (kept === null) return;
    this.#athlete = kept.athlete;
    this.#ceiling = kept.ceiling;
    for (const sign of kept.signs) this.#signs.set(sign, true);
    if (kept.date === this.#date) this.#show(kept.said);
  }

  /** What was said here and has not arrived yet goes over what the site knows; then it is sent. */
  async start(): Promise<void> {
    const unsent = await unsentAnswers().catch(() => this.#cannotKeep());
    const waiting = (unsent ?? []).filter(
      ({ athlete }) => athlete === null || athlete === this.#athlete,
    );
    for (const answer of waiting) this.#overlay(answer);
    await this.#keep();
    for (const sign of this.#signs.early) {
      this.#signs.set(sign, true);
      await this.#tick(sign, true);
    }
    for (const [field, value] of Object.entries(this.#early)) {
      writeField(this.#form, field as keyof Fields, value);
    }
    await this.#say(this.#early);
    if (waiting.length > 0) await this.#send();
  }

  #overlay({ path, change }: UnsentAnswer): void {
    if (path === this.#path()) this.#show(change as Change);
    const sign = /^\/api\/warning-signs\/(.+)$/.exec(path)?.[1];
    if (sign !== undefined) this.#signs.set(sign as WarningSign, change.isTicked === true);
  }

  #answered(input: HTMLInputElement): void {
    if (input.name === '' || input.name === 'sign' || !input.reportValidity()) return;
    tidyAround(input, this.#form);
    const field = fieldOfInput(input.name);
    const change: Change = { [field]: readField(this.#form, field) };
    if (SYMPTOMS.includes(field) && Number(change[field]) > 0) this.#addPlace(change);
    void this.#say(change);
  }

  /** Where it hurt last time is filled in; the first symptom of the day says that it is there again. */
  #addPlace(change: Change): void {
    if (PLACE.some((field) => this.#said[field] != null)) return;
    for (const field of PLACE) {
      const value = readField(this.#form, field);
      if (value !== null) Object.assign(change, { [field]: value });
    }
  }

  async #say(change: Change): Promise<void> {
    const before = Object.fromEntries(
      Object.keys(change).map((field) => [field, this.#said[field as keyof Fields] ?? null]),
    ) as Change;
    if (JSON.stringify(before) === JSON.stringify(change)) return;
    this.#said = { ...this.#said, ...change };
    this.#offerUndo({ change: before });
    await this.#later(this.#path(), change, QUIET_MS);
  }

  async #tick(sign: WarningSign, isTicked: boolean): Promise<void> {
    this.#offerUndo({ sign, isTicked: !isTicked });
    await this.#later(`/api/warning-signs/${sign}`, { isTicked }, 0);
  }

  async #takeBack(): Promise<void> {
    const undo = this.#undo;
    if (undo === null) return;
    this.#offerUndo(null);
    this.#arrived = SAID.undone;
    if ('sign' in undo) {
      this.#signs.set(undo.sign, undo.isTicked);
      await this.#later(`/api/warning-signs/${undo.sign}`, { isTicked: undo.isTicked }, 0);
    } else {
      this.#show(undo.change);
      await this.#later(this.#path(), undo.change, 0);
    }
  }

  async #later(path: string, change: UnsentAnswer['change'], pauseMs: number): Promise<void> {
    this.#showSymmetry();
    if (this.#form.classList.contains(CANNOT_KEEP)) return;
    this.#tell(SAID.saving);
    await keepAnswer({ path, change, athlete: this.#athlete });
    markUnsent(true);
    await this.#keep();
    this.#sendAfter(pauseMs);
  }

  /** No storage, as in some private windows: the form is sent as without a script. */
  #cannotKeep(): void {
    this.#form.classList.add(CANNOT_KEEP);
    this.#tell(SAID.cannotKeep);
  }

  #sendAfter(pauseMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), pauseMs);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { waiting, ofOthers, isRefused, athlete } = await sendAnswers(this.#athlete);
    this.#athlete ??= athlete;
    markUnsent(waiting + ofOthers > 0);
    if (this.#timer !== undefined) return;
    if (waiting > 0) {
      this.#tell(SAID.kept);
      this.#sendAfter(RETRY_MS);
      await askForSync();
    } else this.#tell(isRefused ? SAID.refused : this.#arrived, this.#felt());
  }

  #show(change: Change): void {
    this.#said = { ...this.#said, ...change };
    for (const [field, value] of Object.entries(change)) {
      writeField(this.#form, field as keyof Fields, value);
    }
    this.#showSymmetry();
  }

  #felt(): string | null {
    const { lastRunPain } = this.#form.dataset;
    return answerWords({ ...NOTHING_FELT, ...this.#said }, this.#signs.ticked(), {
      ceiling: this.#ceiling,
      lastRunPain: lastRunPain === undefined ? null : Number(lastRunPain),
    });
  }

  #showSymmetry(): void {
    const { heelRaisesLeft = null, heelRaisesRight = null } = this.#said;
    const words = symmetryWords(heelRaisesLeft, heelRaisesRight);
    part(this.#form, 'symmetry').textContent = words ?? '';
  }

  #offerUndo(undo: Undo | null): void {
    this.#undo = undo;
    this.#arrived = SAID.saved;
    part(this.#form, 'undo').hidden = undo === null;
  }

  #tell(...sentences: (string | null)[]): void {
    part(this.#form, 'status').textContent = sentences.filter((each) => each !== null).join(' ');
  }

  #keep(): Promise<void> {
    return keepDay({
      date: this.#date,
      athlete: this.#athlete,
      ceiling: this.#ceiling,
      said: this.#said,
      signs: this.#signs.ticked(),
    });
  }

  #path = (): string => `/api/check-ins/${this.#date}`;
}
