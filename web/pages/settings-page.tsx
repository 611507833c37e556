/** Units, week start, time zone, own fast pace, theme: one form, posted to its own address, that works without JavaScript. */
import { formatPace, paceNumber, paceUnit } from '../format.ts';
import { SETTINGS } from '../words/en/settings.ts';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { RadioField } from './radio-field.tsx';

/**
 * Fields posted: `units` km|mi, `weekStart` 1|7, `timeZone` IANA name, `fastPace` `m:ss` in the posted units or empty
 * (read it with `parsePace` of web/format.ts), `theme` system|light|dark.
 */
export type SettingsField = 'units' | 'weekStart' | 'timeZone' | 'fastPace' | 'theme';

export interface SettingsPageProps {
  context: PageContext;
  /** `null` until the runner or an upload has set one. */
  timeZone: string | null;
  /** The runner's own threshold speed; `null` means 1.25 × usual speed. */
  fastThresholdMps: number | null;
  /** What the threshold is without an own pace, for the hint; `null` without enough runs. */
  usualFastThresholdMps: number | null;
  /** True right after a successful save. */
  isSaved?: boolean;
  /** The field that could not be read, with the text as typed. */
  invalid?: { field: SettingsField; text: string };
}

export function SettingsPage(props: SettingsPageProps) {
  const { context, isSaved = false, invalid } = props;
  const problem = invalid && invalid.field !== 'fastPace' && invalid.field !== 'timeZone';
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
        <FastPaceField {...props} />
        <TimeZoneField {...props} />
        <button class="button primary" type="submit">
          {SETTINGS.save}
        </button>
      </form>
    </Layout>
  );
}

function FastPaceField({
  context,
  fastThresholdMps,
  usualFastThresholdMps,
  invalid,
}: SettingsPageProps) {
  const { units } = context;
  const isWrong = invalid?.field === 'fastPace';
  const stored = fastThresholdMps === null ? '' : paceNumber(fastThresholdMps, units);
  return (
    <div class="field">
      <label for="fastPace">{SETTINGS.fastPace.label}</label>
      <input
        id="fastPace"
        name="fastPace"
        type="text"
        inputmode="text"
        autocomplete="off"
        placeholder={
          usualFastThresholdMps === null ? undefined : paceNumber(usualFastThresholdMps, units)
        }
        value={isWrong ? invalid.text : stored}
        aria-describedby="fastPace-hint"
        aria-invalid={isWrong ? 'true' : undefined}
      />
      <p class="hint" id="fastPace-hint">
        {isWrong && <strong class="field-problem">{SETTINGS.fastPace.wrong(invalid.text)} </strong>}
        {SETTINGS.fastPace.hint(paceUnit(units))}{' '}
        {usualFastThresholdMps === null
          ? SETTINGS.fastPace.unknown
          : SETTINGS.fastPace.usual(formatPace(usualFastThresholdMps, units))}
      </p>
    </div>
  );
}

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
