/** Strava's sport types by the names of the FIT profile, as every other source has them. */

export interface FitSport {
  sport: string;
  subSport: string | null;
}

const SPORTS: ReadonlyMap<string, FitSport> = new Map<string, FitSport>(
  Object.entries({
    Run: 'running',
    TrailRun: 'running/trail',
    VirtualRun: 'running/virtualActivity',
    Walk: 'walking',
    Hike: 'hiking',
    Snowshoe: 'snowshoeing',
    Ride: 'cycling',
    GravelRide: 'cycling/gravelCycling',
    MountainBikeRide: 'cycling/mountain',
    VirtualRide: 'cycling/virtualActivity',
    Handcycle: 'cycling/handCycling',
    Velomobile: 'cycling',
    EBikeRide: 'eBiking',
    EMountainBikeRide: 'eBiking',
    Swim: 'swimming',
    Badminton: 'racket/badminton',
    Padel: 'racket/padel',
    Pickleball: 'racket/pickleball',
    Racquetball: 'racket/racquetball',
    Squash: 'racket/squash',
    TableTennis: 'racket/tableTennis',
    Tennis: 'tennis',
    Soccer: 'soccer',
    Basketball: 'basketball',
    Volleyball: 'volleyball',
    Cricket: 'cricket',
    AlpineSki: 'alpineSkiing',
    BackcountrySki: 'alpineSkiing/backcountry',
    NordicSki: 'crossCountrySkiing',
    RollerSki: 'crossCountrySkiing',
    Snowboard: 'snowboarding',
    IceSkate: 'iceSkating',
    InlineSkate: 'inlineSkating',
    Rowing: 'rowing',
    VirtualRow: 'rowing/virtualActivity',
    Canoeing: 'canoeing',
    Kayaking: 'kayaking',
    StandUpPaddling: 'standUpPaddleboarding',
    Surfing: 'surfing',
    Kitesurf: 'kitesurfing',
    Windsurf: 'windsurfing',
    Sail: 'sailing',
    Golf: 'golf',
    RockClimbing: 'rockClimbing',
    Crossfit: 'training',
    WeightTraining: 'training/strengthTraining',
    Pilates: 'training/pilates',
    Yoga: 'training/yoga',
    Elliptical: 'fitnessEquipment/elliptical',
    StairStepper: 'fitnessEquipment/stairClimbing',
    HighIntensityIntervalTraining: 'hiit',
    Dance: 'dance',
  }).map(([type, name]) => {
    const [sport = '', subSport = null] = name.split('/');
    return [type, { sport, subSport }];
  }),
);

/** `sportType`: Strava's `sport_type`. What is not known is `generic`, and stays context. */
export function fitSport(sportType: string, isTrainer: boolean): FitSport {
  const known = SPORTS.get(sportType) ?? { sport: 'generic', subSport: null };
  const isTreadmill = known.sport === 'running' && known.subSport === null && isTrainer;
  return isTreadmill ? { ...known, subSport: 'treadmill' } : known;
}
