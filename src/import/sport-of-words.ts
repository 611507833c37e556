/**
 * What the words of a file say about its sport: the type that a service or watch wrote down, in whatever spelling, or the
 * name that a person or an app gave the activity. Names of sports are those of the FIT profile.
 */

export interface NamedSport {
  sport: string;
  subSport: string | null;
}

/**
 * Whole words, in lower case and without accents, in the languages whose apps put them into names. What is `anywhere` counts
 * within a word too: scripts without spaces, and stems.
 */
const wordsFor = (words: string, anywhere: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|${anywhere}`, 'u');

const SPORT_WORDS: readonly { sport: string; words: RegExp }[] = [
  {
    sport: 'running',
    words: wordsFor(
      'run|runs|running|trailrun|trailrunning|ultrarun|parkrun|jog|jogs|jogging|marathon|halfmarathon|halbmarathon|' +
        'laufen|lauftraining|laufrunde|\\p{L}*(?<!lang|eis|schuh|kreis|ver|ab)lauf|course a pied|footing|corsa|carrera|' +
        'correr|corrida|hardlopen|løb\\p{L}*|løp\\p{L}*|lopning|loprunda|juoksu\\p{L}*|bieg\\p{L}*|beh',
      '(?<!\\p{L})бег|пробежк|跑|ランニング|ジョギング|달리기|러닝',
    ),
  },
  {
    sport: 'cycling',
    words: wordsFor(
      '\\p{L}*bik(?:e|es|ing|er)|\\p{L}*cycl(?:e|es|ing)|ride|rides|riding|rad|radfahr\\p{L}*|radtour|\\p{L}*fahrrad|' +
        '\\p{L}*bikeride|velo|bici\\p{L}*|ciclismo|mtb|spinning|fietsen|fietstocht|wielrennen|sykkeltur|jizda',
      'велосипед|骑|サイクリング|ライド|자전거',
    ),
  },
  {
    sport: 'walking',
    words: wordsFor(
      'walk|walks|walking|spazier\\p{L}*|marche|caminata|camminata|caminhada|wandeling|promenade|spacer',
      'прогулк|走路|步行|散步|健走|ウォーキング|걷기',
    ),
  },
  {
    sport: 'hiking',
    words: wordsFor(
      'hik(?:e|es|ing)|wander\\p{L}*|trek\\p{L}*|randonnee|senderismo|escursione',
      '徒步|登山|ハイキング|등산',
    ),
  },
  {
    sport: 'swimming',
    words: wordsFor(
      'swim|swims|swimming|schwimm\\p{L}*|natation|natacion|nuoto|zwemmen',
      '游泳|スイム|수영',
    ),
  },
];

/** Others that a track may be of, as the FIT profile names them. */
const OTHER_SPORTS: ReadonlySet<string> = new Set([
  'alpineSkiing',
  'americanFootball',
  'basketball',
  'crossCountrySkiing',
  'eBiking',
  'golf',
  'iceSkating',
  'inlineSkating',
  'kayaking',
  'mountaineering',
  'paddling',
  'rowing',
  'rugby',
  'sailing',
  'snowboarding',
  'snowshoeing',
  'soccer',
  'standUpPaddleboarding',
  'tennis',
  'transition',
]);

const RUNNING_SUB_SPORTS: readonly { subSport: string; words: RegExp }[] = [
  { subSport: 'trail', words: /trail/ },
  { subSport: 'treadmill', words: /treadmill|laufband/ },
  { subSport: 'virtualActivity', words: /virtual/ },
  { subSport: 'indoorRunning', words: /indoor/ },
  { subSport: 'track', words: /track/ },
  { subSport: 'street', words: /street/ },
  { subSport: 'ultra', words: /ultra/ },
];

/** A type that says nothing, as an app writes it that was not told. */
const SAYS_NOTHING = /^(?:unknown|generic|default|uncategorized|activity|workout|track|0)$/;
/** Strava once wrote its own numbers; editors of tracks pass them on under their own name. */
const STRAVA_RUN = '9';

/**
 * The sport of a `<type>` or `Sport`: `running`, `trail_running`, `TrailRun`, `Laufen`, `9` from Strava. `null` when it says
 * nothing, as a number does that may be anybody's; `generic` when it names something that is not known here.
 */
export function sportOfType(type: string, creator: string | null): NamedSport | null {
  const words = folded(type);
  if (/^[\d ]*$/.test(words) && !/strava/i.test(creator ?? '')) return null;
  if (words === STRAVA_RUN) return { sport: 'running', subSport: null };
  const sport = onlySport(words) ?? otherSport(words);
  if (sport === 'running') {
    const found = RUNNING_SUB_SPORTS.find((candidate) => candidate.words.test(words));
    return { sport, subSport: found?.subSport ?? null };
  }
  if (sport !== null) return { sport, subSport: null };
  return SAYS_NOTHING.test(words) ? null : { sport: 'generic', subSport: null };
}

/** The sport of a name such as "Morning Run", "Abendlauf" or "深圳市 跑步"; `null` for none or more than one. */
export function sportOfName(name: string): NamedSport | null {
  const sport = onlySport(folded(name));
  return sport === null ? null : { sport, subSport: null };
}

/** Words in lower case without accents, a space between: `TrailRun` and `trail_run` are "trail run". */
function folded(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function onlySport(words: string): string | null {
  const found = SPORT_WORDS.filter((candidate) => candidate.words.test(words));
  return found.length === 1 ? (found[0]?.sport ?? null) : null;
}

function otherSport(words: string): string | null {
  const name = words.replace(/ (\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  return OTHER_SPORTS.has(name) ? name : null;
}
