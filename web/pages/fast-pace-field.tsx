/** The runner's own fast pace, what it is without one, and the critical speed as a floor that can take its place. */
import { formatPace, paceNumber, paceUnit } from '../format.ts';
import { SETTINGS } from '../words/en/settings.ts';
import type { PageContext } from './page-context.ts';

export interface FastPaceFieldProps {
  context: PageContext;
  /** The runner's own threshold speed; `null` means 1.25 × usual speed. */
  fastThresholdMps: number | null;
  /** What the threshold is without an own pace, for the hint; `null` without enough runs. */
  usualFastThresholdMps: number | null;
  /** From the best efforts of 90 days: a floor, for training runs are rarely all-out. */
  criticalSpeedMps: number | null;
  /** What was typed and is no pace. */
  wrong: string | null;
}

/** Of the forms below the page's own: a button in it is none of the page's form, so that Enter in a field saves. */
const FORM_IDS = { usual: 'fast-pace-usual', 'critical-speed': 'fast-pace-critical' } as const;

export function FastPaceField(props: FastPaceFieldProps) {
  const { context, fastThresholdMps, usualFastThresholdMps, criticalSpeedMps, wrong } = props;
  const { units } = context;
  const words = SETTINGS.fastPace;
  const stored = fastThresholdMps === null ? '' : paceNumber(fastThresholdMps, units);
  return (
    <div class="field">
      <label for="fastPace">{words.label}</label>
      <input
        id="fastPace"
        name="fastPace"
        type="text"
        inputmode="text"
        autocomplete="off"
        placeholder={
          usualFastThresholdMps === null ? undefined : paceNumber(usualFastThresholdMps, units)
        }
        value={wrong ?? stored}
        aria-describedby="fastPace-hint"
        aria-invalid={wrong === null ? undefined : 'true'}
      />
      <p class="hint" id="fastPace-hint">
        {wrong !== null && <strong class="field-problem">{words.wrong(wrong)} </strong>}
        {words.hint(paceUnit(units))}{' '}
        {usualFastThresholdMps === null
          ? words.unknown
          : words.usual(formatPace(usualFastThresholdMps, units))}
      </p>
      {fastThresholdMps !== null && (
        <button class="button" type="submit" form={FORM_IDS.usual}>
          {words.reset}
        </button>
      )}
      {criticalSpeedMps !== null && (
        <>
          <p class="hint">{words.criticalSpeed(formatPace(criticalSpeedMps, units))}</p>
          <button class="button" type="submit" form={FORM_IDS['critical-speed']}>
            {words.useCriticalSpeed}
          </button>
        </>
      )}
    </div>
  );
}

/** What the buttons of the field post; stands outside of the form around the field. */
export function FastPaceForms({ basePath }: Pick<PageContext, 'basePath'>) {
  return (
    <>
      {Object.entries(FORM_IDS).map(([from, id]) => (
        <form id={id} method="post" action={`${basePath}/settings/fast-pace`}>
          <input type="hidden" name="from" value={from} />
        </form>
      ))}
    </>
  );
}
