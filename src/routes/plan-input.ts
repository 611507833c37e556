/** A planned run as a form or a script sends it: in the runner's units, in an address. */
import * as v from 'valibot';
import { fromClimbUnit, fromDistanceUnit, fromMinutes, type Units } from '../../web/format.ts';
import type { PlanRequest } from '../athlete/plan-answer.ts';
import { localDateSchema, parseInput } from './input.ts';

/** More than anybody runs in one go. */
const MOST = { distance: 300, climb: 50_000, fast: 1440 };

const numberSchema = (most: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => Number(text.trim().replace(',', '.') || 0)),
      v.number('a number'),
      v.minValue(0, 'not below 0'),
      v.maxValue(most, `at most ${most}`),
    ),
  );

const planQuery = v.object({
  date: v.optional(localDateSchema),
  distance: numberSchema(MOST.distance),
  climb: numberSchema(MOST.climb),
  fast: numberSchema(MOST.fast),
});

/** Without any number there is no plan yet, and the runner's ordinary run is taken. */
export function parsePlan(query: Record<string, string>, units: Units): PlanRequest {
  const { date = null, distance, climb, fast } = parseInput(planQuery, query);
  const isPlanned = [distance, climb, fast].some((number) => number !== undefined);
  return {
    date,
    planned: isPlanned
      ? {
          distanceM: fromDistanceUnit(distance ?? 0, units),
          ascentM: fromClimbUnit(climb ?? 0, units),
          fastS: fromMinutes(fast ?? 0),
        }
      : null,
  };
}
