/** Answers that exclude each other: "none" and a kind of strengthening, quick minutes and a number of one's own. */

export function tidyAround(input: HTMLInputElement, form: HTMLFormElement): void {
  const named = (name: string): HTMLInputElement[] => [
    ...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
  ];
  if (input.name === 'strengthening' && input.checked) {
    const isNone = input.value === 'none';
    for (const other of named('strengthening')) {
      if (other !== input && (isNone || other.value === 'none')) other.checked = false;
    }
  }
  if (input.name === 'stiffnessMin') for (const own of named('stiffnessMinOther')) own.value = '';
  if (input.name === 'stiffnessMinOther' && input.value !== '') {
    for (const quick of named('stiffnessMin')) quick.checked = quick.value === '';
  }
}
