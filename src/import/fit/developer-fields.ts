/**
 * Fields that an app on the watch added to the records (a Stryd pod's power), mapped to our columns by the profile field
 * they say they replace, and only where the unit they state is one we can convert. Names are not looked at: they are
 * free text, and some are empty.
 */

import { MESSAGE } from './fit-format.ts';
import type { DeveloperFieldDefinition } from './message-definition.ts';
import type { RecordColumn } from './record-columns.ts';

/** A `field_description` message. */
export interface FieldDescription {
  developerDataIndex: number;
  fieldNumber: number;
  /** Without its byte-order bit. */
  baseType: number;
  units: string | null;
  /** Message and field of the profile that this one replaces. */
  nativeMessage: number | null;
  nativeField: number | null;
}

interface NativeTarget {
  column: RecordColumn;
  /** Divisors to the column's unit, by stated unit in lower case. */
  units: Readonly<Record<string, number>>;
}

const POWER: NativeTarget = { column: 'powerW', units: { '': 1, w: 1, watt: 1, watts: 1 } };
const HEART_RATE: NativeTarget = { column: 'heartRateBpm', units: { '': 1, bpm: 1 } };
// Without a unit nobody can tell one leg's cadence from both.
const CADENCE: NativeTarget = { column: 'cadenceRpm', units: { rpm: 1, spm: 2 } };
const DISTANCE: NativeTarget = { column: 'distanceM', units: { m: 1, meters: 1, metres: 1 } };
const SPEED: NativeTarget = { column: 'speedMps', units: { 'm/s': 1 } };
const ALTITUDE: NativeTarget = { column: 'altitudeM', units: { m: 1, meters: 1, metres: 1 } };

const TARGETS: ReadonlyMap<number, NativeTarget> = new Map([
  [2, ALTITUDE],
  [3, HEART_RATE],
  [4, CADENCE],
  [5, DISTANCE],
  [6, SPEED],
  [7, POWER],
  [73, SPEED],
  [78, ALTITUDE],
]);

export interface DeveloperTarget {
  column: RecordColumn;
  /** Raw ÷ scale is in the column's unit. */
  scale: number;
  baseType: number;
}

/** Where the values of developer fields belong. Fields we cannot use have no target. */
export class DeveloperTargets {
  #targets = new Map<number, DeveloperTarget | null>();

  constructor(descriptions: readonly FieldDescription[]) {
    for (const description of descriptions) {
      const key = keyOf(description.developerDataIndex, description.fieldNumber);
      // Watches repeat descriptions; the first one holds, as for the SDK.
      if (!this.#targets.has(key)) this.#targets.set(key, targetOf(description));
    }
  }

  of({ developerDataIndex, number }: DeveloperFieldDefinition): DeveloperTarget | null {
    return this.#targets.get(keyOf(developerDataIndex, number)) ?? null;
  }
}

/** Both are single bytes. */
const keyOf = (developerDataIndex: number, fieldNumber: number): number =>
  (developerDataIndex << 8) | fieldNumber;

function targetOf(description: FieldDescription): DeveloperTarget | null {
  const { nativeMessage, nativeField, baseType } = description;
  if (nativeField === null || (nativeMessage ?? MESSAGE.record) !== MESSAGE.record) return null;
  const target = TARGETS.get(nativeField);
  const scale = target?.units[(description.units ?? '').trim().toLowerCase()];
  return target === undefined || scale === undefined
    ? null
    : { column: target.column, scale, baseType };
}
