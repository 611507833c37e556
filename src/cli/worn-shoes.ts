/** The shoes of a history's runs as its archives name them: told as the app tells them, knowing no word of the runner. */

import type { CountedRuns } from '../analysis/counted-runs.ts';
import type { Shoe } from '../analysis/shoe.ts';
import { type KnownShoe, shoeCalled } from '../athlete/known-shoe.ts';
import { runShoes } from '../athlete/run-shoes.ts';

/** By the id of the run; `gearOf` tells what the archive of a run calls its gear. Empty where no archive tells of any. */
export function wornShoes(
  { counted, leftOut }: CountedRuns,
  gearOf: (id: string) => string | null,
): Map<string, Shoe> {
  const gears = new Map(counted.map(({ id }) => [id, gearOf(id)]));
  for (const { id, countedId } of leftOut) {
    // The names of a run's other recordings are names of its shoe, too.
    if (countedId !== null && gears.get(countedId) === null) gears.set(countedId, gearOf(id));
  }
  const shod = counted.map(({ id, localDate, startTimeS, recording }) => ({
    id,
    key: recording?.key ?? id,
    startTimeS,
    localDate,
    saidShoeId: null,
    gear: gears.get(id) ?? null,
    isLeftOut: false,
  }));
  const shoes = shoesCalled([...gears.values()].filter((gear) => gear !== null));
  return new Map(Array.from(runShoes(shod, shoes), ([id, { shoe }]) => [id, shoe]));
}

function shoesCalled(gears: readonly string[]): KnownShoe[] {
  const shoes: KnownShoe[] = [];
  for (const name of new Set(gears)) {
    if (shoeCalled(shoes, name) !== undefined) continue;
    const nothingSaid = { dropMm: null, heelLiftMm: null, since: null, retiredOn: null };
    shoes.push({ id: name, name, ...nothingSaid, gear: name, isDeleted: false });
  }
  return shoes;
}
