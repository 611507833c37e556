/** Words of leaving a profile in this browser. */
export const SIGN_OUT = {
  title: 'Sign out',
  action: 'Sign out',
  settingsTitle: 'This browser',
  settingsText: 'It is signed in to your profile by a cookie.',
  settingsLink: 'Sign out of this browser',
  whatGoes:
    'This browser forgets whose it is, the pages it keeps for when there is no network, and check-in answers it has not sent yet. Wait for files that are still being added: without you they would begin a new profile. On the site nothing is erased.',
  byStrava:
    'To come back, press “Connect with Strava”: your Strava account is the key to this profile.',
  noKeyTitle: 'Nothing else holds this profile',
  noKey:
    'The cookie of this browser is its only key. Without it nobody can open your runs, check-ins and settings again, you included. Strava, once connected, is a key, too.',
  noKeyTick: 'I understand that I cannot come back to this profile',
  tickMissing: 'Tick this to sign out.',
  connect: 'Connect Strava first',
  takeAlong: 'Take your data along, or erase it, first',
  stay: 'Stay signed in',
  doneTitle: 'You are signed out.',
  done: 'This browser holds no profile, and keeps nothing of yours.',
  back: 'Sign in by Strava',
  home: 'To the first page',
};
