/** Several `npm start` at once would each build: here it is done once, before any of them. */
import { buildWhenStale } from '../src/cli/set-up/build.mjs';

export function setup(): void {
  buildWhenStale();
}
