/** The names of levels and quantities, the same on every screen. */
import {
  isLoadQuantity,
  type LoadQuantity,
  type Quantity,
} from '../../../src/analysis/flags/flag.ts';
import type { UsualLevel } from '../../../src/analysis/usual-range.ts';

export const USUAL_LEVEL_WORDS: Record<UsualLevel, string> = {
  usual: 'Usual',
  above: 'Above usual',
  'well-above': 'Well above usual',
  'not-enough-data': 'Not enough data',
};

export const QUANTITY_WORDS: Record<LoadQuantity, string> = {
  distanceM: 'distance',
  ascentM: 'climb',
  uphillM: 'uphill running',
  fastM: 'fast running',
  loadAeKm: 'estimated Achilles load',
};

/** Sessions and sprints are speed and hills by another count; other quantities do not rise. */
function risenQuantity(quantity: Quantity): LoadQuantity | null {
  if (isLoadQuantity(quantity)) return quantity;
  if (quantity === 'speedSessions') return 'fastM';
  return quantity === 'hillSprints' ? 'uphillM' : null;
}

/**
 * What rose, each thing once: uphill running goes with climb, and the estimated load follows from the others, so they are
 * named only alone.
 */
export function risenQuantities(quantities: readonly Quantity[]): LoadQuantity[] {
  const risen = new Set(quantities.flatMap((quantity) => risenQuantity(quantity) ?? []));
  if (risen.has('ascentM')) risen.delete('uphillM');
  if (risen.size > 1) risen.delete('loadAeKm');
  return [...risen];
}

export const risenNames = (quantities: readonly Quantity[]): string[] =>
  risenQuantities(quantities).map((quantity) => QUANTITY_WORDS[quantity]);

/** `climb`, `climb and fast running`, `distance, climb and fast running`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
