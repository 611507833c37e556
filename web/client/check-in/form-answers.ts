/** A check-in's fields as its form holds them: read after a tap, written back on undo or from what waits on this phone. */
import type { CheckIn } from '../../../src/analysis/diary.ts';

export type Fields = Omit<CheckIn, 'date' | 'isEdited'>;
export type Change = { -readonly [Key in keyof Fields]?: Fields[Key] };

/** Inputs that together are one field; every other field has its input's name. */
const FIELD_OF_INPUT: Readonly<Record<string, keyof Fields>> = {
  stiffnessMinOther: 'stiffnessMin',
  sport: 'otherSport',
  sportMin: 'otherSport',
};
const TEXTS: ReadonlySet<string> = new Set(['side', 'spot', 'nextDayResponse', 'hopTest', 'note']);

export const fieldOfInput = (name: string): keyof Fields =>
  FIELD_OF_INPUT[name] ?? (name as keyof Fields);

/** What was answered before the script was here to hear it. */
export function earlyAnswers(form: HTMLFormElement): Change {
  const touched = [...form.elements].filter(isTouched).map(({ name }) => fieldOfInput(name));
  return Object.fromEntries(touched.map((field) => [field, readField(form, field)]));
}

function isTouched(control: Element): control is HTMLInputElement {
  if (control instanceof HTMLSelectElement) {
    return control.value !== '' && !control.selectedOptions[0]?.defaultSelected;
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (!(control instanceof HTMLInputElement) || control.name === 'sign') return false;
  const { type, checked, defaultChecked, value, defaultValue } = control;
  return type === 'number' ? value !== defaultValue : checked && !defaultChecked;
}

export function readField(form: HTMLFormElement, field: keyof Fields): unknown {
  const data = new FormData(form);
  const text = (name: string): string | null => String(data.get(name) ?? '').trim() || null;
  switch (field) {
    case 'stiffnessMin':
      return numberOf(text('stiffnessMinOther') ?? text('stiffnessMin'));
    case 'otherSport': {
      const sport = text('sport');
      return sport && { sport, durationMin: numberOf(text('sportMin')) || null };
    }
    case 'strengthening': {
      const kinds = data.getAll('strengthening').map(String);
      return kinds.length === 0 ? null : kinds.filter((kind) => kind !== 'none');
    }
    default:
      return TEXTS.has(field) ? text(field) : numberOf(text(field));
  }
}

export function writeField(form: HTMLFormElement, field: keyof Fields, value: unknown): void {
  switch (field) {
    case 'stiffnessMin': {
      const isQuick = check(form, field, textOf(value));
      setValue(form, 'stiffnessMinOther', isQuick ? '' : textOf(value));
      if (!isQuick) check(form, field, '');
      return;
    }
    case 'otherSport': {
      const said = value as Fields['otherSport'];
      setValue(form, 'sport', said?.sport ?? '');
      setValue(form, 'sportMin', textOf(said?.durationMin));
      return;
    }
    case 'strengthening': {
      const kinds = value as readonly string[] | null;
      const ticked = kinds?.length === 0 ? ['none'] : (kinds ?? []);
      for (const box of inputs(form, field)) box.checked = ticked.includes(box.value);
      return;
    }
    default:
      if (!check(form, field, textOf(value))) setValue(form, field, textOf(value));
  }
}

/** False where the field has no such radio button. */
function check(form: HTMLFormElement, name: string, value: string): boolean {
  const button = inputs(form, name).find((each) => each.type === 'radio' && each.value === value);
  if (button !== undefined) button.checked = true;
  return button !== undefined;
}

function setValue(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name);
  if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement
  ) {
    control.value = value;
  }
}

const inputs = (form: HTMLFormElement, name: string): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
];

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const textOf = (value: unknown): string => (value == null ? '' : String(value));
