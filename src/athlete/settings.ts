/** What the runner chose. `null` means "not chosen": the product then derives or falls back. */
import type { Spot } from '../analysis/diary.ts';
import type { AnalysisSettings } from '../analysis/history.ts';
import type { LocalDate, WeekStart } from '../analysis/local-date.ts';
import { PAIN_CEILING, PAIN_CEILING_WITH_CLINICIAN } from '../analysis/policy.ts';

export const UNITS = ['km', 'mi'] as const;
export const WEEK_STARTS = [1, 7] as const satisfies readonly WeekStart[];
/** The higher one only as "agreed with my clinician". */
export const PAIN_CEILINGS = [PAIN_CEILING, PAIN_CEILING_WITH_CLINICIAN] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

export interface Settings extends AnalysisSettings {
  units: (typeof UNITS)[number];
  theme: (typeof THEMES)[number];
  /** IANA name; `null` until the runner or the browser says. */
  timeZone: string | null;
  /** The last day of Achilles trouble; `null`: none, or not said. */
  lastTroubleDate: LocalDate | null;
  troubleSpot: Spot | null;
  /** 0–10: pain beyond it is too much. */
  painCeiling: number;
  /** Back from Achilles trouble, adding one thing at a time. */
  isReturning: boolean;
  /** The first questions were answered or waved away. */
  isIntroduced: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  units: 'km',
  weekStart: 1,
  theme: 'system',
  timeZone: null,
  fastThresholdMps: null,
  lastTroubleDate: null,
  troubleSpot: null,
  painCeiling: PAIN_CEILING,
  isReturning: false,
  isIntroduced: false,
};

interface SettingsRow extends Record<string, SqlStorageValue> {
  units: string;
  week_start: number;
  theme: string;
  time_zone: string | null;
  fast_threshold_mps: number | null;
  last_trouble_date: string | null;
  trouble_spot: string | null;
  pain_ceiling: number;
  is_returning: number;
  is_introduced: number;
}

export function readSettings(sql: SqlStorage): Settings {
  const row = sql.exec<SettingsRow>('SELECT * FROM settings').one();
  return {
    units: row.units as Settings['units'],
    weekStart: row.week_start as WeekStart,
    theme: row.theme as Settings['theme'],
    timeZone: row.time_zone,
    fastThresholdMps: row.fast_threshold_mps,
    lastTroubleDate: row.last_trouble_date as LocalDate | null,
    troubleSpot: row.trouble_spot as Spot | null,
    painCeiling: row.pain_ceiling,
    isReturning: row.is_returning === 1,
    isIntroduced: row.is_introduced === 1,
  };
}

export function writeSettings(sql: SqlStorage, settings: Settings): void {
  sql.exec(
    `UPDATE settings SET units = ?, week_start = ?, theme = ?, time_zone = ?, fast_threshold_mps = ?,
       last_trouble_date = ?, trouble_spot = ?, pain_ceiling = ?, is_returning = ?,
       is_introduced = ?`,
    settings.units,
    settings.weekStart,
    settings.theme,
    settings.timeZone,
    settings.fastThresholdMps,
    settings.lastTroubleDate,
    settings.troubleSpot,
    settings.painCeiling,
    settings.isReturning ? 1 : 0,
    settings.isIntroduced ? 1 : 0,
  );
}
