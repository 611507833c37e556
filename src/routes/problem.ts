/**
 * Requests the product refuses, as RFC 9457 problems. A route throws a `RequestProblem`; app.ts alone turns it into an
 * answer. What a file holds is never a problem of the request: see the results of `POST /api/imports`.
 */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const PROBLEMS = {
  'not-found': { status: 404, title: 'There is nothing here' },
  'no-athlete': { status: 401, title: 'No session' },
  'other-athlete': { status: 409, title: 'This belongs to another runner' },
  'foreign-origin': { status: 403, title: 'The request did not come from this site' },
  'invalid-input': { status: 400, title: 'The request is not understood' },
  'file-lost': { status: 409, title: 'The file can no longer be read' },
  'body-missing': { status: 400, title: 'The request is empty' },
  'body-too-large': { status: 413, title: 'The file is too large' },
  unexpected: { status: 500, title: 'Something went wrong here' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

/** The JSON body of `application/problem+json`. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: ContentfulStatusCode;
  detail: string;
}

export class RequestProblem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, detail: string) {
    super(detail);
    this.kind = kind;
  }
}

export function problemDocument({ kind, message }: RequestProblem): ProblemDocument {
  const { status, title } = PROBLEMS[kind];
  return { type: `urn:achilles-watch:problem:${kind}`, title, status, detail: message };
}

/** The same answer whether the activity never was or is another athlete's. */
export function noSuchActivity(): RequestProblem {
  return new RequestProblem('not-found', 'There is no activity of that id.');
}
