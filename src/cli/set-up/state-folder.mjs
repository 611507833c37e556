/** Where the local databases and files live: `STATE_DIR`, or `.wrangler/state` in the checkout. */
import { join, resolve } from 'node:path';
import { checkout } from './checkout.mjs';

export function stateFolder() {
  const chosen = process.env.STATE_DIR;
  return chosen ? resolve(checkout, chosen) : join(checkout, '.wrangler', 'state');
}
