/** The worst pain said of one day: of its first steps, during or after its runs, 0–10. */
import type { CheckIn } from './diary.ts';

/** `null`: not said. */
export function worstPain(checkIn: CheckIn): number | null {
  const { firstStepsPain, painDuring, painAfter } = checkIn;
  const said = [firstStepsPain, painDuring, painAfter].filter((pain) => pain !== null);
  return said.length === 0 ? null : Math.max(...said);
}
