/** The frames of a history, in the order in which they are written. */
export const FRAME_NAMES = [
  'runs',
  'days',
  'weeks',
  'months',
  'surfaces',
  'shoes',
  'flags',
  'rules',
] as const;
export type FrameName = (typeof FRAME_NAMES)[number];
