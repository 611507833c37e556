/** Whether a deployment has all that it takes to hold a connection with Strava, and what it lacks. */
import { areSealingKeys } from '../account/sealed-text.ts';
import { type StravaVariables, stravaApp } from '../strava/app-settings.ts';

export interface LackingVariable {
  name: 'STRAVA_CLIENT_ID' | 'STRAVA_CLIENT_SECRET' | 'STRAVA_TOKEN_KEYS';
  is: 'missing' | 'malformed';
}

/** Empty when it is set up. */
export function lackingVariables(variables: StravaVariables): LackingVariable[] {
  const needed = ['STRAVA_CLIENT_ID', 'STRAVA_CLIENT_SECRET', 'STRAVA_TOKEN_KEYS'] as const;
  const missing = needed.filter((name) => !variables[name]);
  const keys = variables.STRAVA_TOKEN_KEYS;
  return [
    ...missing.map((name): LackingVariable => ({ name, is: 'missing' })),
    ...(keys && !areSealingKeys(keys)
      ? [{ name: 'STRAVA_TOKEN_KEYS', is: 'malformed' } as const]
      : []),
  ];
}

/** `null`: nobody can be connected, or asked about. An app that could not seal a token is none. */
export function usableStravaApp(
  variables: StravaVariables,
  nowS: () => number,
): ReturnType<typeof stravaApp> {
  return lackingVariables(variables).length === 0 ? stravaApp(variables, nowS) : null;
}
