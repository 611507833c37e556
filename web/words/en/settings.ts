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
    hint: 'For files that do not say where you were.',
    unset: 'As the browser says when files are added',
    wrong: (text: string) => `“${text}” is not a time zone this site knows.`,
  },
  fastPace: {
    label: 'Your fast pace',
    hint: (unit: string) =>
      `m:ss ${unit}. Running at it or faster counts as fast. Changes flags, not your body.`,
    usual: (pace: string) => `Left empty: ${pace}, 1.25 times your usual speed.`,
    unknown: 'Left empty: 1.25 times your usual speed, once there are five runs in 90 days.',
    wrong: (text: string) => `“${text}” is not a pace. Write it as 4:30.`,
  },
  wrongChoice: (text: string) => `“${text}” is not one of the choices.`,
};
