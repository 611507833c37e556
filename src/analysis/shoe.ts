/** The shoe of a run, as far as the analysis asks: which one, and how high the heel stands in it. */
import type { LocalDate } from './local-date.ts';

export interface Shoe {
  id: string;
  /** Model, as the runner calls it. */
  name: string;
  /** Heel height less forefoot height; `null`: not said. */
  dropMm: number | null;
  /** A lift put under the heel; `null`: none. */
  heelLiftMm: number | null;
  /** Worn since. */
  since: LocalDate | null;
}
