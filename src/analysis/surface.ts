/** What a run was run on, as the runner or the watch says. */
export const SURFACES = ['road', 'trail', 'track', 'treadmill'] as const;
export type Surface = (typeof SURFACES)[number];

/** The sub-sport that says it, by the names of the FIT profile. */
export const SUB_SPORT_ON: Record<Surface, string> = {
  road: 'street',
  trail: 'trail',
  track: 'track',
  treadmill: 'treadmill',
};

/** The surface a file, or its correction, tells of by its sub-sport; `null` when it tells none. */
export function surfaceOf(subSport: string | null): Surface | null {
  if (subSport === 'indoorRunning') return 'treadmill';
  return SURFACES.find((surface) => SUB_SPORT_ON[surface] === subSport) ?? null;
}
