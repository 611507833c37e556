/** Words of the page that says why a link or a form was refused. */
export interface RefusalWords {
  title: string;
  /** `null`: the refusal brings its own sentence. */
  detail: string | null;
  action: string;
}

export const WRONG_ADDRESS: RefusalWords = {
  title: 'This address is not understood.',
  detail: 'What stands after the question mark is no day, year or choice that this page knows.',
  action: 'Show the page without it',
};

export const REFUSALS = {
  'no-athlete': { title: 'There are no runs here yet.', detail: null, action: 'Add files' },
  'other-athlete': { title: 'This belongs to another runner.', detail: null, action: 'Back' },
  'foreign-origin': {
    title: 'This did not come from this site.',
    detail: 'Nothing was changed. Open the page here and try again.',
    action: 'Open the page',
  },
  'invalid-input': {
    title: 'The form could not be read.',
    detail: 'Nothing was changed. Open the page again and send the form from there.',
    action: 'Try again',
  },
  'file-lost': { title: 'The file can no longer be read.', detail: null, action: 'Back' },
  'body-missing': { title: 'Nothing was sent.', detail: null, action: 'Try again' },
  'body-too-large': { title: 'That is too much at once.', detail: null, action: 'Try again' },
} as const satisfies Record<string, RefusalWords>;
