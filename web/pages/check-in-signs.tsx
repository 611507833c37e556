/** The boxes that are no matter of load, always open, and what each asks for: shown by the stylesheet once ticked. */
import type { WarningSign } from '../../src/analysis/diary.ts';
import { CHECK_IN } from '../words/en/check-in.ts';
import { SIGNS_BY_URGENCY, signAdvice } from '../words/en/check-in-said.ts';
import { WARNING_SIGN_WORDS } from '../words/en/flags/warning-sign-words.ts';
import { capitalised } from '../words/en/levels.ts';

const WORDS = CHECK_IN.signs;

export function CheckInSigns({ ticked }: { ticked: readonly WarningSign[] }) {
  return (
    <section class="card check-in-signs" aria-labelledby="signs-title">
      <h2 id="signs-title">{WORDS.title}</h2>
      {(['emergency', 'today', 'promptly'] as const).map((urgency) => (
        <fieldset data-urgency={urgency}>
          <legend>{WORDS[urgency]}</legend>
          {SIGNS_BY_URGENCY[urgency].map((sign) => (
            <Sign sign={sign} isTicked={ticked.includes(sign)} />
          ))}
        </fieldset>
      ))}
    </section>
  );
}

function Sign({ sign, isTicked }: { sign: WarningSign; isTicked: boolean }) {
  return (
    <div class="sign" data-sign={sign}>
      <label class="check">
        <input type="checkbox" name="sign" value={sign} checked={isTicked} />
        <span>{capitalised(WARNING_SIGN_WORDS[sign].sign)}</span>
      </label>
      <p class="sign-advice">{signAdvice([sign])[0]}</p>
      <div class="sign-over no-script" data-part="over" hidden={!isTicked}>
        <p id={`over-${sign}`}>{WORDS.over}</p>
        <button
          class="button"
          type="submit"
          name="over"
          value={sign}
          aria-describedby={`over-${sign}`}
        >
          {WORDS.yesOver}
        </button>
        <button class="button with-script" type="button" data-part="keep">
          {WORDS.no}
        </button>
      </div>
    </div>
  );
}

/** Heard and seen at once; empty while nothing is ticked. */
export function CheckInAlert({ ticked }: { ticked: readonly WarningSign[] }) {
  return (
    <div class="check-in-alert" role="alert" data-part="alert">
      {ticked.length > 0 && (
        <>
          <p class="check-in-alert-title">{WORDS.urgent}</p>
          <ul>
            {signAdvice(ticked).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <a href="/urgent">{WORDS.help}</a>
        </>
      )}
    </div>
  );
}
