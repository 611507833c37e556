/** Whether a problem of an archive costs names at most, and no activity: a table that is not understood. */
export const isHarmless = (kind: string): boolean => kind === 'unknown-table';
