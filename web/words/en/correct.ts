/** Words for correcting a run. */

/** Where an activity came from. */
export type Source = 'file' | 'strava';

export const CORRECT = {
  title: 'Correct this run',
  open: 'Change distance, sport, surface, shoe or name',
  lead: {
    file: 'The file stays as it is; every change can be undone.',
    strava: 'On Strava it stays as it is; every change here can be undone.',
  },
  name: 'Name',
  distanceName: 'Distance',
  distance: (unit: string): string => `Distance, ${unit}`,
  distanceFormat: 'A number above 0 and below 1,000, such as 10.5',
  sport: 'Sport',
  surface: 'Surface',
  unknownSurface: 'Not known',
  shoe: 'Shoe',
  unknownShoe: 'Not known',
  unsaidShoe: (shoe: string, isOfRunBefore: boolean, source: Source): string =>
    isOfRunBefore
      ? `${shoe}, as before`
      : `${shoe}, as ${source === 'strava' ? 'Strava' : 'the file'} says`,
  newShoe: 'Or a new shoe',
  newShoeHint: 'Its drop and heel lift can be added on the page of shoes.',
  excluded: 'Leave this run out',
  excludedHint: 'It stays in the list of runs, but in no total, usual range or flag.',
  yes: 'Yes',
  save: 'Save',
  changed: 'What you changed',
  was: (original: string): string => `was ${original}`,
  fileSays: (original: string): string => `Was ${original}. Empty takes your change back.`,
  nothing: 'not known',
  undo: 'Undo all changes',
  leftOut: {
    excluded: 'You left this run out: it is in no number of the dashboard.',
    'not-a-run': 'You said this is not a run: it is in no number of the dashboard.',
    'not-analysed':
      'This site shows runs from Strava, but counts none of them: this one is in no number of the dashboard. Added as a file, it would be.',
  },
  leftOutShort: {
    excluded: 'Left out',
    'wrong-clock': 'Clock was wrong',
    'not-analysed': 'Not counted',
  },
};

export const SURFACE_WORDS = {
  road: 'Road',
  trail: 'Trail',
  track: 'Track',
  treadmill: 'Treadmill',
};

/** Sports a watch may have been set to by mistake, or that are no running; by their names in the FIT profile. */
export const SPORT_WORDS: Readonly<Record<string, string>> = {
  running: 'Running',
  walking: 'Walking',
  hiking: 'Hiking',
  cycling: 'Cycling',
  swimming: 'Swimming',
  soccer: 'Football',
  basketball: 'Basketball',
  tennis: 'Tennis',
  volleyball: 'Volleyball',
  hockey: 'Hockey',
  rugby: 'Rugby',
  training: 'Training',
  generic: 'Another sport',
};

/** `crossCountrySkiing` is “Cross country skiing” where we have no better word. */
export const sportWord = (sport: string): string =>
  SPORT_WORDS[sport] ??
  sport
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());
