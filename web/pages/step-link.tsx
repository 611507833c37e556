/** One step back or on; where there is nothing, it stays in its place, so that its neighbour does not move. */
import { BackIcon, ForwardIcon } from './icons.tsx';

export interface StepLinkProps {
  href: string | undefined;
  label: string;
  step: -1 | 1;
}

export function StepLink({ href, label, step }: StepLinkProps) {
  return (
    <a
      class="step"
      data-step={step}
      href={href}
      role={href === undefined ? 'link' : undefined}
      aria-disabled={href === undefined ? 'true' : undefined}
      aria-label={label}
    >
      {step < 0 ? <BackIcon /> : <ForwardIcon />}
    </a>
  );
}
