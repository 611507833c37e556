/** Words of the dashboard's controls and headings. */
import type { Range } from '../../chart-data/range.ts';

export const DASHBOARD = {
  title: 'Week',
  flags: 'What stands out',
  moreFlags: (count: number) => `${count} more`,
  advice: 'What to do',
  evidence: 'Evidence',
  showRuns: (count: number) => (count === 1 ? 'Show the run' : `Show ${count} runs`),
  hide: 'Hide 7 days',
  hidden: 'Hidden for 7 days.',
  hiddenFlags: (count: number, until: string) =>
    `${count === 1 ? '1 flag' : `${count} flags`} hidden until ${until}`,
  show: 'Show again',
  showAll: 'Show all again',
  undo: 'Undo',
  shownAgain: 'Shown again.',
  failedToHide: 'Could not be hidden. Try again.',
  failedToShow: 'Could not be shown again. Try again.',
  charts: 'Your running',
  rangeLabel: 'How far back',
  stepper: 'Look at a week',
  stepperMonth: 'Look at a month',
  previous: 'Earlier',
  next: 'Later',
  runs: (count: number) => (count === 1 ? '1 run' : `${count} runs`),
  noRuns: 'No runs',
  allRuns: 'All runs',
  table: 'Values as a table',
  showMeasure: 'Show',
  noScript: 'The drawings need JavaScript. Every value is in the tables.',
  chartsFailed: 'The charts could not be loaded. Every value is in the tables.',
  modelEstimate: 'model estimate',
  lookBack: 'Look back at a day',
  lookBackAction: 'Look back',
  backToToday: 'Back to today',
  beforeFlare: 'Before my flare-up:',
};

/** Looking back at a day without a run up to it. */
export const BEFORE_FIRST_RUN = {
  headline: (day: string) => `No runs up to ${day}.`,
  detail: 'Your first run is later than that day. Your runs are all here.',
  action: 'Back to today',
};

export const RANGE_NAMES: Record<Range, string> = {
  '12w': '12 weeks',
  '6m': '6 months',
  '1y': '1 year',
  all: 'All',
};

/** How sure the numbers are; every flag links here. */
export const EVIDENCE = {
  title: 'How sure this is',
  intro:
    'No load number has been shown to predict Achilles trouble. Flags say that a number is above what you are used to, and nothing more.',
  items: [
    {
      name: 'Large study of runners, not Achilles-only',
      text: 'In 5,205 runners, a run more than 10% beyond the longest of the 30 days before went with more overuse injuries of every kind. 35% in that study reported an injury in 18 months.',
      link: { text: 'Frandsen 2025', href: 'https://doi.org/10.1136/bjsports-2024-109380' },
    },
    {
      name: 'Clinical advice',
      text: 'Guidelines and experienced clinicians name hills, fast running and several increases at once. Little of it has been measured.',
    },
    {
      name: 'Laboratory measurements',
      text: 'Force in the tendon rises with speed and uphill. How much of that matters over weeks is not known.',
    },
    {
      name: 'Our own estimate',
      text: 'Achilles load, AE-km, is a model: 1 is a kilometre of easy flat running. Its signs are supported, its sizes are uncertain by half. The range shown covers one uncertainty only, how steeply damage grows with force (exponent 4 to 9).',
    },
    {
      name: 'Usual range',
      text: 'From the 25th percentile to the largest of your last eight weeks. It describes you; it is not a limit.',
    },
  ],
};
