/** The few pictures of the interface: drawn in the text's colour, never the only carrier of a meaning. */
import type { Child } from 'hono/jsx';

function Icon({ children }: { children: Child }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const WeekIcon = () => (
  <Icon>
    <path d="M5 20v-7M12 20V4M19 20v-10" />
  </Icon>
);

export const RunsIcon = () => (
  <Icon>
    <path d="M4 6h16M4 12h16M4 18h10" />
  </Icon>
);

export const CheckInIcon = () => (
  <Icon>
    <path d="M8 12.5l3 3 5.5-7" />
    <circle cx="12" cy="12" r="9" />
  </Icon>
);

export const PlanIcon = () => (
  <Icon>
    <path d="M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 11h16M8.5 3.5V7M15.5 3.5V7" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3" />
  </Icon>
);

export const UploadIcon = () => (
  <Icon>
    <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" />
  </Icon>
);

export const ArrowIcon = () => (
  <Icon>
    <path d="M5 12h14M13 6l6 6-6 6" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
);

export const ForwardIcon = () => (
  <Icon>
    <path d="M9 5l7 7-7 7" />
  </Icon>
);

/** The product's mark: a heel's curve with the tendon behind it. */
export const MarkIcon = () => (
  <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path
      d="M9 3v8.5c0 3-2.5 4-2.5 6.2 0 1.9 1.4 3.3 3.4 3.3H20"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <path
      d="M4 3v8.5c0 2.6-1.2 3.6-1.2 6"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      opacity="0.6"
    />
  </svg>
);
