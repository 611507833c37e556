/** A whole check-in as its form sends it, without script: every field that the form shows, "not said" as empty text. */
import type { CheckInChange } from '../athlete/check-in-table.ts';
import { checkInSchema } from './check-in-input.ts';
import { parseInput } from './input.ts';

const NUMBERS = [
  'stiffness',
  'firstStepsPain',
  'painDuring',
  'painAfter',
  'heelRaisesLeft',
  'heelRaisesRight',
  'clinicianScore',
] as const;
const CHOICES = ['side', 'spot', 'nextDayResponse', 'hopTest'] as const;
/** Where it hurt last time is filled in already: alone it says nothing of the day. */
const PLACE: ReadonlySet<string> = new Set(['side', 'spot']);

/** A field that the form does not have stays as it is. Throws an `invalid-input` problem. */
export function checkInOfForm(form: FormData): CheckInChange {
  const text = (name: string): string | null => String(form.get(name) ?? '').trim() || null;
  const change: Record<string, unknown> = {};
  for (const name of NUMBERS) if (form.has(name)) change[name] = numberOf(text(name));
  for (const name of CHOICES) if (form.has(name)) change[name] = text(name);
  if (form.has('stiffnessMin') || form.has('stiffnessMinOther')) {
    change.stiffnessMin = numberOf(text('stiffnessMinOther') ?? text('stiffnessMin'));
  }
  if (form.has('sport')) {
    const sport = text('sport');
    change.otherSport = sport && { sport, durationMin: numberOf(text('sportMin')) };
  }
  change.strengthening = strengtheningOf(form.getAll('strengthening').map(String));
  if (form.has('note')) change.note = text('note');
  const saysSomething = Object.entries(change).some(
    ([name, value]) => value !== null && !PLACE.has(name),
  );
  if (!saysSomething) for (const name of PLACE) if (name in change) change[name] = null;
  return parseInput(checkInSchema, change);
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** Nothing ticked is nothing said; "none" is said. */
function strengtheningOf(ticked: readonly string[]): string[] | null {
  if (ticked.length === 0) return null;
  return ticked.filter((kind) => kind !== 'none');
}
