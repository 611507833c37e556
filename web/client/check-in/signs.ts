/** The boxes that are no matter of load: ticking one reads out at once what to do; unticking asks first whether it is over. */
import type { WarningSign } from '../../../src/analysis/diary.ts';
import { CHECK_IN } from '../../words/en/check-in.ts';
import { signAdvice } from '../../words/en/check-in-said.ts';
import { part } from '../elements.ts';

export interface Signs {
  /** Ticked before the script was here. */
  early: WarningSign[];
  ticked(): WarningSign[];
  /** Without telling. */
  set(sign: WarningSign, isTicked: boolean): void;
}

export function signBoxes(
  form: HTMLFormElement,
  onChange: (sign: WarningSign, isTicked: boolean) => void,
): Signs {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=sign]')];
  const early = boxes.filter(({ checked, defaultChecked }) => checked && !defaultChecked);
  const ticked = () => boxes.filter(({ checked }) => checked).map(signOf);

  function set(box: HTMLInputElement, isTicked: boolean): void {
    box.checked = isTicked;
    questionOf(form, box).hidden = true;
    const signs = ticked();
    const words = signs.length === 0 ? [] : [CHECK_IN.signs.urgent, ...signAdvice(signs)];
    part(form, 'alert').textContent = words.join(' ');
  }

  for (const box of boxes) {
    const question = questionOf(form, box);
    question.hidden = true;
    box.addEventListener('change', () => {
      if (box.checked) {
        set(box, true);
        onChange(signOf(box), true);
        return;
      }
      box.checked = true;
      question.hidden = false;
      question.querySelector('button')?.focus();
    });
    question.querySelector('button[name=over]')?.addEventListener('click', (event) => {
      event.preventDefault();
      set(box, false);
      box.focus();
      onChange(signOf(box), false);
    });
    part(question, 'keep').addEventListener('click', () => {
      question.hidden = true;
      box.focus();
    });
  }
  return {
    early: early.map(signOf),
    ticked,
    set(sign, isTicked) {
      const box = boxes.find((each) => signOf(each) === sign);
      if (box !== undefined) set(box, isTicked);
    },
  };
}

const signOf = ({ value }: HTMLInputElement): WarningSign => value as WarningSign;

function questionOf(form: HTMLFormElement, { value }: HTMLInputElement): HTMLElement {
  const question = form.querySelector<HTMLElement>(`[data-over="${value}"]`);
  if (question === null) throw new Error(`Nothing asks whether ${value} is over.`);
  return question;
}
