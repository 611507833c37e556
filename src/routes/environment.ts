/** What every route finds in its Hono context. */
import type { AthleteStore } from '../athlete/athlete-store.ts';
import type { Bindings } from '../bindings.ts';

export interface Environment {
  Bindings: Bindings;
  Variables: {
    /** Of the athlete whose session cookie came with the request; `null` without a valid one. */
    store: AthleteStore | null;
  };
}
