/** What every page needs to know besides its own data: the runner's units and theme, and where the page stands. */
import type { WeekStart } from '../../src/analysis/local-date.ts';
import type { Units } from '../format.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface PageContext {
  units: Units;
  weekStart: WeekStart;
  theme: Theme;
  /** The demo runner: nothing can be changed or hidden, and every page says whose data it shows. */
  demo: boolean;
  /** Put before every link that stays within the runner's data. */
  basePath: '' | '/demo';
  /** The path asked for, without query: `/runs`. */
  path: string;
}
