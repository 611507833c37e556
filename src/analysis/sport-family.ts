/**
 * The family of a sport, by its name in the FIT profile, or by that of its sub-sport where a runner says no more than
 * "padel". Only running is analysed; the rest is context.
 */

export type SportFamily =
  | 'running'
  | 'walking'
  | 'cycling'
  | 'swimming'
  /** Starts, stops and jumps. */
  | 'court-and-field'
  | 'other';

const FAMILIES: ReadonlyMap<string, SportFamily> = new Map([
  ['running', 'running'],
  ['walking', 'walking'],
  ['hiking', 'walking'],
  ['mountaineering', 'walking'],
  ['snowshoeing', 'walking'],
  ['cycling', 'cycling'],
  ['eBiking', 'cycling'],
  ['swimming', 'swimming'],
  ['americanFootball', 'court-and-field'],
  ['baseball', 'court-and-field'],
  ['basketball', 'court-and-field'],
  ['badminton', 'court-and-field'],
  ['cricket', 'court-and-field'],
  ['hockey', 'court-and-field'],
  ['jumpRope', 'court-and-field'],
  ['lacrosse', 'court-and-field'],
  ['padel', 'court-and-field'],
  ['pickleball', 'court-and-field'],
  ['racket', 'court-and-field'],
  ['racquetball', 'court-and-field'],
  ['rugby', 'court-and-field'],
  ['soccer', 'court-and-field'],
  ['squash', 'court-and-field'],
  ['teamSport', 'court-and-field'],
  ['tennis', 'court-and-field'],
  ['volleyball', 'court-and-field'],
]);

export function sportFamily(sport: string): SportFamily {
  return FAMILIES.get(sport) ?? 'other';
}
