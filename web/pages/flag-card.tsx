/** One flag: level, what, why with its arithmetic, what to do, how strong the evidence is. */
import type { SessionComparison } from '../../src/analysis/dashboard-view.ts';
import type { Flag } from '../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { DASHBOARD } from '../words/en/dashboard.ts';
import { describeFlag, LEVEL_WORDS, levelReasons, shownLevel } from '../words/en/flags.ts';
import { ArrowIcon } from './icons.tsx';
import { LevelMark } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';
import { RunLink } from './run-link.tsx';

export interface FlagCardProps {
  context: PageContext;
  flag: Flag;
  sessions: readonly SessionComparison[];
  /** The past day looked back at; `null` is today. */
  on: LocalDate | null;
  /** False while care comes first: "easy and short" beside "do not run" would be two voices. */
  hasAdvice?: boolean;
}

export function FlagCard({ context, flag, sessions, on, hasAdvice = true }: FlagCardProps) {
  const words = describeFlag(flag, context.units);
  const level = shownLevel(flag);
  return (
    <li class="card flag" data-level={level}>
      <LevelMark level={level} word={LEVEL_WORDS[level]} />
      <h3>{words.title}</h3>
      <p class="because">{words.because}</p>
      {levelReasons(flag).map((reason) => (
        <p class="raised">{reason}</p>
      ))}
      {hasAdvice && (
        <p class="advice">
          <ArrowIcon />
          <span>{words.advice}</span>
        </p>
      )}
      <p class="evidence">
        {DASHBOARD.evidence}: <a href="#evidence">{words.evidence}</a>
      </p>
      <div class="flag-actions">
        <FlagRuns context={context} flag={flag} sessions={sessions} />
        {!context.demo && flag.level !== 'urgent' && (
          <HideFlag flag={flag} title={words.title} on={on} />
        )}
      </div>
    </li>
  );
}

function FlagRuns({ context, flag, sessions }: Omit<FlagCardProps, 'on' | 'hasAdvice'>) {
  const runs = sessions.filter(({ runId }) => flag.runs.includes(runId)).reverse();
  if (runs.length === 0) return null;
  return (
    <details class="flag-runs">
      <summary>{DASHBOARD.showRuns(runs.length)}</summary>
      <ul class="run-links">
        {runs.map((run) => (
          <RunLink context={context} run={run} />
        ))}
      </ul>
    </details>
  );
}

interface HideFlagProps {
  flag: Flag;
  title: string;
  on: LocalDate | null;
}

/** Works as a form; the browser's script sends the same fields without leaving the page. */
function HideFlag({ flag, title, on }: HideFlagProps) {
  return (
    <form class="hide-flag" method="post" action="/flags/hide">
      <input type="hidden" name="rule" value={flag.rule} />
      <input type="hidden" name="quantity" value={flag.quantity} />
      <input type="hidden" name="date" value={flag.date} />
      <input type="hidden" name="level" value={flag.level} />
      {on !== null && <input type="hidden" name="on" value={on} />}
      <button class="quiet" type="submit">
        {DASHBOARD.hide}
        <span class="visually-hidden">: {title}</span>
      </button>
    </form>
  );
}
