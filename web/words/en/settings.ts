/** Words of the settings form. */
export const SETTINGS = {
  title: 'Settings',
  save: 'Save',
  saved: 'Saved.',
  demo: 'The demo keeps the usual settings. Your own are here once you have added files.',
  units: { label: 'Units', options: { km: 'Kilometres, metres', mi: 'Miles, feet' } },
  weekStart: {
    label: 'Weeks start on',
    hint: 'For the bars. Flags always look at the last 7 days.',
    options: { 1: 'Monday', 7: 'Sunday' },
  },
  theme: { label: 'Colours', options: { system: 'As the device', light: 'Light', dark: 'Dark' } },
  timeZone: {
    label: 'Time zone',
    hint: 'For times on pages, and for files that do not say where you were.',
    unset: 'As this device says',
    wrong: (text: string) => `“${text}” is not a time zone this site knows.`,
  },
  fastPace: {
    label: 'Your fast pace',
    hint: (unit: string) =>
      `m:ss ${unit}. Running at it or faster counts as fast. Changes flags, not your body.`,
    usual: (pace: string) => `Left empty: ${pace}, 1.25 times your usual speed.`,
    unknown: 'Left empty: 1.25 times your usual speed, once there are five runs in 90 days.',
    wrong: (text: string) => `“${text}” is not a pace. Write it as 4:30.`,
    reset: 'Back to 1.25 times my usual speed',
    criticalSpeed: (pace: string) =>
      `Your critical speed is ${pace} or faster: a floor, from your best efforts of 90 days, because training is rarely all-out.`,
    useCriticalSpeed: 'Use it as my fast pace',
  },
  wrongChoice: (text: string) => `“${text}” is not one of the choices.`,
};

/** What a new runner is asked, all of it at leisure. */
export const FIRST_QUESTIONS = {
  title: 'Three questions that sharpen the flags',
  questions: [
    { href: '/settings#achilles', text: 'Achilles trouble, now or in the last 12 months?' },
    { href: '/shoes', text: 'Which shoes, and what is their drop?' },
    { href: '/settings', text: 'Kilometres or miles, first day of the week, your fast pace?' },
  ],
  dismiss: 'Not now',
};

/** Words of what the runner knows of the tendon. */
export const ACHILLES = {
  title: 'Your Achilles',
  lead: 'All of it can be left as it is. It changes how flags are raised and worded; it is no diagnosis.',
  trouble: {
    label: 'Achilles trouble in the last 12 months',
    hint: 'Runners with a recent episode had another far more often: for 12 months every flag of load stands one level higher.',
    options: { none: 'None', now: 'I have it now', date: 'It is over' },
  },
  troubleDate: {
    label: 'Last day of trouble',
    hint: 'As near as you remember.',
    wrong: 'Choose a day that is not to come.',
  },
  spot: {
    label: 'Where it was',
    hint: 'In the middle of the tendon, fast running is named first; at the heel bone, hills. A check-in can say another spot.',
    options: {
      '': 'Not said',
      'mid-portion': 'Mid-tendon',
      'heel-bone': 'At the heel bone',
      elsewhere: 'Elsewhere',
      unsure: 'Not sure',
    },
  },
  painCeiling: {
    label: 'Too much pain is more than',
    hint: 'Of 10. Five only where a clinician who knows your tendon agreed to it.',
    options: { 3: '3', 5: '5, agreed with my clinician' },
  },
  isReturning: {
    label: 'Coming back from Achilles trouble',
    hint: 'The planner then keeps to one thing at a time: duration, then speed, then hills.',
    options: { no: 'No', yes: 'Yes' },
  },
};
