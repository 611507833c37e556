/**
 * The boxes that are no matter of load, always open. What a ticked one asks for is shown by the stylesheet, at once and
 * without a script; the script only has it read out, and asks before a box is unticked.
 */
import { WARNING_SIGNS, type WarningSign } from '../../src/analysis/diary.ts';
import { CHECK_IN } from '../words/en/check-in.ts';
import { SIGNS_BY_URGENCY, signAdvice } from '../words/en/check-in-said.ts';
import { LevelMark } from './level-mark.tsx';

const WORDS = CHECK_IN.signs;
const URGENCIES = ['emergency', 'today', 'promptly'] as const;

export function CheckInSigns({ ticked }: { ticked: readonly WarningSign[] }) {
  return (
    <section class="card check-in-signs" aria-labelledby="signs-title" data-signs>
      <h2 id="signs-title">{WORDS.title}</h2>
      {URGENCIES.map((urgency) => (
        <fieldset data-urgency={urgency}>
          <legend>{WORDS.urgency[urgency]}</legend>
          <div class="signs">
            {SIGNS_BY_URGENCY[urgency].map((sign) => (
              <label class="check">
                <input type="checkbox" name="sign" value={sign} checked={ticked.includes(sign)} />
                <span>{WORDS.short[sign]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Advice />
      {SIGNS_IN_ORDER.map((sign) => (
        <IsOver sign={sign} isTicked={ticked.includes(sign)} />
      ))}
      <p class="visually-hidden" role="alert" data-part="alert">
        {ticked.length > 0 && [WORDS.urgent, ...signAdvice(ticked)].join(' ')}
      </p>
    </section>
  );
}

const SIGNS_IN_ORDER = URGENCIES.flatMap((urgency) => [...SIGNS_BY_URGENCY[urgency]]);

/** All there is to say; the stylesheet shows what is ticked. */
function Advice() {
  return (
    <div class="sign-advice">
      <p class="sign-advice-title">
        <LevelMark level="urgent" word={WORDS.urgent} />
      </p>
      <ul>
        {signAdvice(WARNING_SIGNS).map((line) => (
          <li
            data-advice={WARNING_SIGNS.filter((sign) => signAdvice([sign])[0] === line).join(' ')}
          >
            {line}
          </li>
        ))}
      </ul>
      <a href="/urgent">{WORDS.help}</a>
    </div>
  );
}

function IsOver({ sign, isTicked }: { sign: WarningSign; isTicked: boolean }) {
  const question = `over-${sign}`;
  return (
    <div class="sign-over no-script" data-over={sign} hidden={!isTicked}>
      <p id={question}>{WORDS.over(WORDS.short[sign])}</p>
      <button class="button" type="submit" name="over" value={sign} aria-describedby={question}>
        {WORDS.yesOver}
      </button>
      <button class="button with-script" type="button" data-part="keep">
        {WORDS.no}
      </button>
    </div>
  );
}
