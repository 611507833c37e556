/** Strava's marks, drawn to its brand guideline: the orange button of 48 px, the line that names the source. */
import { STRAVA } from '../words/en/strava.ts';

/** Two chevrons. */
function StravaMark({ size }: { size: number }) {
  return (
    <svg
      class="strava-mark"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M10.2 1.5 4 13.7h3.7l2.5-4.8 2.5 4.8h3.7z" />
      <path d="m16.4 13.7-1.8 3.6-1.9-3.6H9.9l4.7 9.3 4.6-9.3z" opacity="0.7" />
    </svg>
  );
}

/** The button of a form. Has a value because a form with nothing ticked would send nothing at all. */
export const ConnectButton = () => (
  <button class="strava-button" type="submit" name="to" value="strava">
    <StravaMark size={24} />
    {STRAVA.connect}
  </button>
);

/** To the page that says what is asked for, before anything is. */
export const ConnectLink = () => (
  <a class="strava-button" href="/strava">
    <StravaMark size={24} />
    {STRAVA.connect}
  </a>
);

export const PoweredByStrava = () => (
  <p class="strava-powered">
    <StravaMark size={16} />
    {STRAVA.poweredBy}
  </p>
);

export interface StravaSource {
  /** Strava's number of the activity. */
  id: string;
  /** As the runner calls it there. */
  name: string | null;
  /** As Strava has it: `Garmin Forerunner 265`. */
  deviceName: string | null;
}

/** Stands on every run from Strava; Garmin asks to be named where its device has recorded. */
export const ViewOnStrava = ({ source }: { source: StravaSource }) => (
  <p class="strava-source">
    <a href={`https://www.strava.com/activities/${source.id}`} rel="noreferrer">
      {STRAVA.viewOn}
    </a>
    {source.deviceName !== null && /garmin/i.test(source.deviceName) && (
      <span class="muted">{STRAVA.garmin(source.deviceName)}</span>
    )}
  </p>
);
