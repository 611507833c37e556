/**
 * Units, week start, time zone, own fast pace, theme, what is known of the tendon: one form, posted to its own address,
 * that works without JavaScript.
 */
import { SETTINGS } from '../words/en/settings.ts';
import { SHOES } from '../words/en/shoes.ts';
import type { StravaView } from '../words/en/strava.ts';
import {
  type AchillesField,
  AchillesFields,
  type AchillesFieldsProps,
} from './achilles-fields.tsx';
import { FastPaceField, type FastPaceFieldProps, FastPaceForms } from './fast-pace-field.tsx';
import { Layout } from './layout.tsx';
import { RadioField } from './radio-field.tsx';
import { SignOutSection } from './sign-out-page.tsx';
import { SourcesSection } from './strava-status.tsx';
import { YourDataSection } from './your-data-page.tsx';

/**
 * Fields posted: `units` km|mi, `weekStart` 1|7, `timeZone` IANA name, `fastPace` `m:ss` in the posted units or empty
 * (read it with `parsePace` of web/format.ts), `theme` system|light|dark; those of the tendon: see `achilles-fields.tsx`.
 */
export type SettingsField =
  | 'units'
  | 'weekStart'
  | 'timeZone'
  | 'fastPace'
  | 'theme'
  | AchillesField;

export interface SettingsPageProps
  extends Omit<FastPaceFieldProps, 'wrong'>,
    Omit<AchillesFieldsProps, 'wrongDate'> {
  /** `null` until the runner or an upload has set one. */
  timeZone: string | null;
  /** True right after a successful save. */
  isSaved?: boolean;
  /** The field that could not be read, with the text as typed. */
  invalid?: { field: SettingsField; text: string };
  /** This browser holds a profile. */
  isSignedIn?: boolean;
  /** `null` (or absent) where nothing is connected. */
  strava?: StravaView | null;
}

export function SettingsPage(props: SettingsPageProps) {
  const { context, isSaved = false, invalid } = props;
  const wrongIn = (field: SettingsField) => (invalid?.field === field ? invalid.text : null);
  const problem = invalid && !BESIDE_FIELD.includes(invalid.field);
  return (
    <Layout context={context} title={SETTINGS.title}>
      <div class="page-head">
        <h1>{SETTINGS.title}</h1>
        <p role="status" class="saved">
          {isSaved && SETTINGS.saved}
        </p>
        {problem && <p class="field-problem">{SETTINGS.wrongChoice(invalid.text)}</p>}
      </div>
      <form class="card settings" method="post" action={`${context.basePath}/settings`}>
        <RadioField
          name="units"
          label={SETTINGS.units.label}
          options={SETTINGS.units.options}
          chosen={context.units}
        />
        <RadioField
          name="weekStart"
          label={SETTINGS.weekStart.label}
          hint={SETTINGS.weekStart.hint}
          options={SETTINGS.weekStart.options}
          chosen={String(context.weekStart)}
        />
        <RadioField
          name="theme"
          label={SETTINGS.theme.label}
          options={SETTINGS.theme.options}
          chosen={context.theme}
        />
        <FastPaceField {...props} wrong={wrongIn('fastPace')} />
        <TimeZoneField {...props} />
        <AchillesFields {...props} wrongDate={wrongIn('troubleDate')} />
        <button class="button primary" type="submit">
          {SETTINGS.save}
        </button>
      </form>
      <FastPaceForms basePath={context.basePath} />
      {!context.demo && (
        <>
          <SourcesSection strava={props.strava ?? null} />
          <p class="settings-link">
            <a href="/shoes">{SHOES.settingsLink}</a>
          </p>
          {props.isSignedIn && <YourDataSection />}
          {props.isSignedIn && <SignOutSection />}
        </>
      )}
    </Layout>
  );
}

/** Fields that say themselves what is wrong. */
const BESIDE_FIELD: readonly SettingsField[] = ['fastPace', 'timeZone', 'troubleDate'];

function TimeZoneField({ timeZone, invalid }: SettingsPageProps) {
  const isWrong = invalid?.field === 'timeZone';
  const known = Intl.supportedValuesOf('timeZone');
  const zones = timeZone === null || known.includes(timeZone) ? known : [timeZone, ...known];
  return (
    <div class="field">
      <label for="timeZone">{SETTINGS.timeZone.label}</label>
      <select
        id="timeZone"
        name="timeZone"
        aria-describedby="timeZone-hint"
        aria-invalid={isWrong ? 'true' : undefined}
      >
        <option value="">{SETTINGS.timeZone.unset}</option>
        {zones.map((zone) => (
          <option value={zone} selected={zone === timeZone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      <p class="hint" id="timeZone-hint">
        {isWrong && <strong class="field-problem">{SETTINGS.timeZone.wrong(invalid.text)} </strong>}
        {SETTINGS.timeZone.hint}
      </p>
    </div>
  );
}
