/** What a run was run on, as the runner or the watch says. */
export const SURFACES = ['road', 'trail', 'track', 'treadmill'] as const;
export type Surface = (typeof SURFACES)[number];
