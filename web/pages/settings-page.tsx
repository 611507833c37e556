/** Units, week start, time zone, own fast pace, theme: one form, `POST /settings`, that works without JavaScript. */
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';

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

export function SettingsPage({ context }: SettingsPageProps) {
  return (
    <Layout context={context} title="Settings">
      <h1>Settings</h1>
    </Layout>
  );
}
