/** The app of `test/started-app.ts`, one for all test files: each test is a runner, or some, of its own there. */
import { inject } from 'vitest';

export const appUrl = inject('appUrl');
