/** Parts of a run's page that its forms lead back to, by the ids of their headings. */
export const CORRECT_ID = 'correct-title';
export const RECORDINGS_ID = 'recordings-title';
