import { describe, expect, it } from 'vitest';
import { sportOfName, sportOfType } from '../../src/import/sport-of-words.ts';

describe('the sport of a type', () => {
  it.each([
    ['running', null],
    ['Run', null],
    ['RUNNING', null],
    ['jogging', null],
    ['Laufen', null],
    ['Course à pied', null],
    ['跑步', null],
    ['trail_running', 'trail'],
    ['TrailRun', 'trail'],
    ['treadmill_running', 'treadmill'],
    ['indoor_running', 'indoorRunning'],
    ['VirtualRun', 'virtualActivity'],
    ['track_running', 'track'],
    ['street_running', 'street'],
    ['ultra_run', 'ultra'],
  ])('%s is running', (type, subSport) => {
    expect(sportOfType(type, null)).toEqual({ sport: 'running', subSport });
  });

  it.each([
    ['cycling', 'cycling'],
    ['racebike', 'cycling'],
    ['EBikeRide', 'cycling'],
    ['mountain_biking', 'cycling'],
    ['casual_walking', 'walking'],
    ['nordic_walking', 'walking'],
    ['hiking', 'hiking'],
    ['lap_swimming', 'swimming'],
    ['inline_skating', 'inlineSkating'],
    ['Soccer', 'soccer'],
    ['bike_to_run_transition', 'generic'],
    ['Skilanglauf', 'generic'],
    ['Car', 'generic'],
    ['Other', 'generic'],
  ])('%s is %s', (type, sport) => {
    expect(sportOfType(type, null)).toEqual({ sport, subSport: null });
  });

  it.each(['unknown', 'Uncategorized', 'default', '0', '9', '5.2', '-'])(
    '%s says nothing',
    (type) => {
      expect(sportOfType(type, null)).toBeNull();
    },
  );

  it('9 is running from Strava, other numbers are other sports, and from others they say nothing', () => {
    expect(sportOfType('9', 'StravaGPX Android')?.sport).toBe('running');
    expect(sportOfType('1', 'StravaGPX Android')?.sport).toBe('generic');
    expect(sportOfType('9', 'Another program')).toBeNull();
  });
});

describe('the sport of a name', () => {
  it.each([
    ['Morning Run', 'running'],
    ['Abendlauf', 'running'],
    ['Running 8/3/11 7:29 am', 'running'],
    ['深圳市 跑步', 'running'],
    ['午前のランニング', 'running'],
    ['Ranní běh', 'running'],
    ['Berlin Marathon', 'running'],
    ['Lunch Ride', 'cycling'],
    ['Vélo dans l’après-midi', 'cycling'],
    ['东莞市 走路', 'walking'],
    ['Evening Walk', 'walking'],
    ['Wanderung', 'hiking'],
  ])('%s is %s', (name, sport) => {
    expect(sportOfName(name)?.sport).toBe(sport);
  });

  it.each([
    'Move',
    'Kreislauf',
    'Easy + strides',
    'Ironbridge',
    'Golf course',
    'Run to work, ride home',
    '',
  ])('"%s" says nothing', (name) => {
    expect(sportOfName(name)).toBeNull();
  });
});
