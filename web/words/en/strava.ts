/** Words of the connection with Strava. */

/** The connection as pages show it. Times are Unix seconds. */
export interface StravaView {
  name: string;
  stravaAthleteId: string;
  /** Also activities that only the runner can see. */
  seesPrivate: boolean;
  /** Runs from there take part in totals, usual ranges and flags: so the site is set up. */
  isAnalysed: boolean;
  /**
   * Activities of every sport; runs with and still without their course, and those without of the 60 days that flags look
   * at; still being listed; when Strava is asked next.
   */
  backfill: {
    listed: number;
    withDetail: number;
    toDetail: number;
    toDetailForFlags: number;
    isListing: boolean;
    nextCallAtS: number | null;
  };
  problem: 'reconnect' | 'not-set-up' | 'inactive-app' | 'rate-limited' | 'unreachable' | null;
  lastSyncAtS: number | null;
  expiresAtS: number | null;
  nowS: number;
  /** Offset of the runner's clock; `null` where nobody has said where that is. */
  utcOffsetS: number | null;
}

/** How a way to Strava and back ended. */
export type StravaOutcome = keyof typeof OUTCOME_WORDS;

export const OUTCOME_WORDS = {
  connected: {
    title: 'Strava is connected.',
    text: 'Your runs come in by themselves, the newest first.',
  },
  'signed-in': {
    title: 'You are signed in.',
    text: 'Strava says who you are: this is the profile that your Strava account belongs to.',
  },
  refused: {
    title: 'You refused; nothing was connected.',
    text: 'Strava told this site nothing about you. Adding files works without it.',
  },
  unticked: {
    title: 'Nothing was connected: “View data about your activities” was unticked.',
    text: 'Without it Strava shows this site no run at all. Connect again and leave that box ticked; the one about private activities may stay empty.',
  },
  expired: {
    title: 'Nothing was connected: that way back from Strava was too old, or was used before.',
    text: 'It works once, within ten minutes, in the browser where you began. Start again here.',
  },
  failed: {
    title: 'Nothing was connected: Strava did not let this site in.',
    text: 'What you had here is as it was. Try again.',
  },
  unreachable: {
    title: 'Nothing was connected: Strava does not answer.',
    text: 'What you had here is as it was. Try again in a few minutes.',
  },
  busy: {
    title: 'Nothing was connected: this site has used up its calls to Strava for now.',
    text: 'Try again after the next quarter of an hour.',
  },
  'app-inactive': {
    title: 'Nothing was connected: Strava has switched this site’s app off.',
    text: 'Its owner has to renew their Strava subscription. Adding files works without it.',
  },
  'app-rejected': {
    title: 'Nothing was connected: Strava does not know this site’s app, or its secret is wrong.',
    text: 'Its owner has to put that right. Adding files works without it.',
  },
  'has-other-account': {
    title: 'This profile is connected to another Strava account.',
    text: 'Nothing was changed. Disconnect that account first, then connect this one.',
  },
  switched: {
    title: 'You are in your other profile now.',
    text: 'The one you came from is kept; below is the way back to it.',
  },
  stayed: { title: 'You stayed in this profile.', text: 'Nothing was moved or merged.' },
  gone: {
    title: 'That choice is no longer open.',
    text: 'It is kept for ten minutes. Connect again to choose.',
  },
} as const;

export const isStravaOutcome = (text: string): text is StravaOutcome =>
  Object.hasOwn(OUTCOME_WORDS, text);

export const STRAVA = {
  title: 'Strava',
  lead: 'Your runs come in by themselves: the last 12 months now, new ones as you save them.',
  notAnalysed:
    'This site shows runs from Strava, but counts none of them: they are in no total, usual range or flag. Runs added as files count.',
  connect: 'Connect with Strava',
  signInToo: 'Connected before? The same button signs you in.',
  scopesTitle: 'What you will be asked to allow',
  scopes: [
    {
      name: 'View data about your public profile',
      text: 'Your name, to show whose account it is.',
    },
    {
      name: 'View data about your activities',
      text: 'Runs with their course, heart rate and shoes; other sports as totals. Without it nothing can be shown.',
    },
  ],
  privateName: 'Also activities only you can see',
  privateText:
    'And the part of a course that your privacy zones hide from others. Without it those runs are missing here, and so is their load.',
  notAsked: 'Nothing is ever changed or posted on Strava.',
  keptTitle: 'What is kept, and for how long',
  kept: [
    'What comes from Strava is kept for 7 days at most, and fetched again while you use this site. Files you add are kept until you delete them.',
    'What you change about a run here, or delete here alone, is remembered until you disconnect or delete it on Strava.',
    'Only you see it. What you delete or hide on Strava disappears here too.',
    'Disconnect at any time: everything from Strava is erased at once, and you get a receipt. A run that is also here as a file stays, from the file.',
  ],
  terms: 'How this site keeps to Strava’s terms stands in its README, under “Strava’s terms”.',
  poweredBy: 'Powered by Strava',
  viewOn: 'View on Strava',
  garmin: (device: string) => `Recorded with ${device}`,
  statusTitle: 'Connection',
  settingsTitle: 'Sources',
  settingsNone: 'Strava is not connected.',
  settingsLink: 'Strava connection',
  files: 'Files you add are kept until you delete them.',
  account: 'Account',
  listed: 'Activities listed',
  detail: 'Runs in detail',
  privateShort: 'Private activities',
  included: 'included',
  leftOut: 'not included',
  keptUntil: 'Kept until, unless fetched again',
  goesOn: 'You can close this page: it goes on by itself.',
  flagsComplete: 'The last 60 days are here in detail: flags are complete.',
  showNewRuns: 'Show new runs',
  showChanges: 'Show what has changed',
  notKnown: 'Without a network nobody knows where the connection stands now.',
  notConnected: 'Strava is not connected any more.',
  ofOther: 'Another profile is open in this browser by now.',
  syncNow: 'Sync now',
  syncing: 'Asking Strava for what is new…',
  reconnect: 'Connect again',
  disconnect: 'Disconnect Strava',
  disconnectWords:
    'Everything that came from Strava is erased here at once, with what you changed about it, and Strava is told that this site no longer has access. Your files, check-ins, shoes and settings stay. It cannot be undone; connecting again fetches the runs anew.',
  disconnectSignIn:
    'You can then no longer sign in with Strava: this browser alone holds your profile.',
  receiptTitle: 'Strava is disconnected.',
  receiptErased: 'Erased',
  receiptActivities: (count: number) => (count === 1 ? '1 activity' : `${count} activities`),
  receiptTokens: 'and the key to your account',
  receiptWhen: 'When',
  receiptConfirmed: 'Strava',
  receiptRevoked: 'has confirmed that this site’s access is over.',
  receiptRevoking:
    'has not confirmed yet. It is asked again, for two days at most; for that alone this site keeps the key to your account, sealed.',
  receiptNotRevoked:
    'did not confirm. This site holds no key any more; to be sure, look at Settings, My Apps on strava.com and revoke it there.',
  receiptKept: 'Your files, check-ins, shoes and settings are as they were.',
  toWeek: 'See your week',
  manage: 'Strava connection',
};

/** Whether Strava knows that our access is over. */
export function revocation(receipt: { wasRevoked: boolean; isRevoking: boolean }): string {
  if (receipt.wasRevoked) return STRAVA.receiptRevoked;
  return receipt.isRevoking ? STRAVA.receiptRevoking : STRAVA.receiptNotRevoked;
}

/** A site without a client id of its own. */
export const STRAVA_NOT_SET_UP = {
  title: 'This site has no Strava app yet',
  lead: 'Until its owner makes one, runs come in as files; the archive that Strava sends you on request works too, and is kept for good.',
  addFiles: 'Add files',
  simulatorTitle: 'Try it without Strava',
  simulator: 'A simulated Strava on your own machine, with invented athletes. In one terminal:',
  simulatorThen:
    'It prints the command with which to start this site anew, so that it connects there:',
  ownTitle: 'Connect the real one',
  own: 'Make an app at strava.com/settings/api and start this site anew with STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET. What to enter, and what Strava asks of you, is in the README under “Your own Strava app”.',
};

/** A variable of the deployment, by its name. */
export interface LackingVariable {
  name: string;
  is: 'missing' | 'malformed';
}

/** A site whose owner has begun to set Strava up. */
export const STRAVA_LACKING = {
  title: 'Strava is not set up completely on this site',
  variable: ({ name, is }: LackingVariable) =>
    name === 'STRAVA_TOKEN_KEYS'
      ? `${name} is ${is === 'missing' ? 'missing' : 'not what it has to be'}: a JSON array of keys, the newest first, as in [{"kid":"2026-11","key":"…"}], each key 32 random bytes in base64url. It seals what gives access to Strava.`
      : `${name} is missing: it is on strava.com/settings/api.`,
  whatNow:
    'Its owner sets that and starts the site again; the README tells how under “Your own Strava app”. Until then nothing is asked of Strava. Adding files works without it.',
};

/** A Strava account that is another athlete's here. */
export const STRAVA_PROFILE = {
  title: 'This Strava account belongs to another profile on this site.',
  lead: 'Two profiles are never merged. Choose which one to be in:',
  go: 'Sign in to that profile',
  goText:
    'Your files here stay with this browser’s profile; a button on the Strava page brings you back to it.',
  stay: 'Stay here',
  stayText: 'Nothing changes in either profile.',
  backTitle: 'This browser has another profile',
  backText: 'With its own files and settings. Nothing of the two is mixed.',
  back: 'Go to the other profile',
};
