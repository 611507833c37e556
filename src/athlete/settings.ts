/** What the runner chose. `null` means "not chosen": the product then derives or falls back. */
import type { AnalysisSettings } from '../analysis/history.ts';
import type { WeekStart } from '../analysis/local-date.ts';

export const UNITS = ['km', 'mi'] as const;
export const WEEK_STARTS = [1, 7] as const satisfies readonly WeekStart[];
export const THEMES = ['system', 'light', 'dark'] as const;

export interface Settings extends AnalysisSettings {
  units: (typeof UNITS)[number];
  theme: (typeof THEMES)[number];
  /** IANA name; `null` until the runner or the browser says. */
  timeZone: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  units: 'km',
  weekStart: 1,
  theme: 'system',
  timeZone: null,
  fastThresholdMps: null,
};

interface SettingsRow extends Record<string, SqlStorageValue> {
  units: string;
  week_start: number;
  theme: string;
  time_zone: string | null;
  fast_threshold_mps: number | null;
}

export function readSettings(sql: SqlStorage): Settings {
  const row = sql.exec<SettingsRow>('SELECT * FROM settings').one();
  return {
    units: row.units as Settings['units'],
    weekStart: row.week_start as WeekStart,
    theme: row.theme as Settings['theme'],
    timeZone: row.time_zone,
    fastThresholdMps: row.fast_threshold_mps,
  };
}

export function writeSettings(sql: SqlStorage, settings: Settings): void {
  sql.exec(
    'UPDATE settings SET units = ?, week_start = ?, theme = ?, time_zone = ?, fast_threshold_mps = ?',
    settings.units,
    settings.weekStart,
    settings.theme,
    settings.timeZone,
    settings.fastThresholdMps,
  );
}
