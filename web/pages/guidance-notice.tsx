/** Why the tendon says hold, or get care, and where to go from there. Empty where it says nothing against running. */
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { GUIDANCE, guidanceWords } from '../words/en/guidance.ts';
import type { PageContext } from './page-context.ts';

type GuidanceNoticeProps = {
  context: PageContext;
  view: Pick<DashboardView, 'guidance' | 'today'>;
  /** On the planner's own page there is no way to it. */
  isPlan?: boolean;
};

export function GuidanceNotice({ context, view, isPlan = false }: GuidanceNoticeProps) {
  const { guidance, today } = view;
  const words = guidanceWords(guidance, today);
  if (words === null) return null;
  const isUrgent = guidance.kind === 'urgent';
  const checkIn = `${context.basePath}/check-in`;
  return (
    <div class="guidance" data-guidance={guidance.kind}>
      <ul>
        {words.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <p>{words.advice}</p>
      <p class="guidance-links">
        <a href={checkIn}>{isUrgent ? GUIDANCE.changeSigns : GUIDANCE.checkIn}</a>
        {isUrgent && <a href="/urgent">{GUIDANCE.urgent}</a>}
        {!isUrgent && !isPlan && <a href={`${context.basePath}/plan`}>{GUIDANCE.plan}</a>}
      </p>
    </div>
  );
}
