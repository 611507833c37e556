/**
 * Every threshold of the analysis: name, value, unit, why this value and how well it is supported. Nothing else may
 * hard-code one. Sections follow the way of the data. Evidence grades: `cohort` (large prospective study), `mechanics`
 * (laboratory), `clinical` (guideline, expert consensus), `heuristic` (our number), `device` (what watches are seen to do).
 */

// ── Samples and intervals ───────────────────────────────────────────────────────────────────────────────────────────

/** Seconds. Longer between two samples without a pause is a recording gap. Device: smart recording writes every 1–60 s. */
export const RECORDING_GAP_S = 60;

/** Seconds. Speed is taken over a centred window at least this long. Device: distance arrives in uneven steps, GPS jitters second to second. */
export const SPEED_WINDOW_S = 5;

/** m/s. Faster than any runner over 5 s; above it an interval is a glitch. Device: spikes of 15–130 m in one second are common. */
export const SPEED_GLITCH_MPS = 12;

/**
 * m/s. One step beyond `SPEED_GLITCH_MPS` is a glitch only where its whole window still exceeds this: watches that write distance
 * every few seconds make long steps between standstills, which are real. Heuristic: above any distance runner's pace.
 */
export const SPEED_CREDIBLE_MPS = 7;

/** m/s. Slower is standing. Heuristic: below a slow walk, above GPS drift. */
export const MOVING_MPS = 0.5;

/** m/s. Slower than this, with a walking cadence or none, is walking. Mechanics: people change from walking to running near 2.0 m/s. */
export const WALKING_MPS = 2;

/** Steps per minute, both feet. Mechanics: brisk walking stays below about 130, even slow running keeps above 140. */
export const WALKING_CADENCE_SPM = 140;

/** Fraction. A stream that differs more from the session's distance is rescaled to it. Device: 69 of 83 treadmill runs differ more. */
export const CALIBRATION_TOLERANCE = 0.005;

/** Factors. Beyond them the two distances do not describe the same run. Device: treadmill calibrations seen go from −35 % to +48 %. */
export const CALIBRATION_MIN_SCALE = 0.5;
export const CALIBRATION_MAX_SCALE = 2;

/** Fraction of the session's timer. A stream that covers less has lost samples and is not rescaled. Heuristic. */
export const CALIBRATION_MIN_COVERAGE = 0.9;

// ── Altitude, climb, grade ──────────────────────────────────────────────────────────────────────────────────────────

/** Metres. Outside is no altitude. Device: −500 m is FIT's own zero; the lowest shore on Earth lies at −430 m. */
export const ALTITUDE_MIN_M = -450;
export const ALTITUDE_MAX_M = 9000;

/** m/s. A faster rise or fall is a glitch. Mechanics: nobody runs 3 m up in a second; falls that fast are not run. */
export const VERTICAL_GLITCH_MPS = 3;

/** Fraction. Steeper is clamped. Model: beyond ±30 % nothing here is measured. */
export const GRADE_LIMIT = 0.3;

/** Fractions: edges of the five grade bands. Clinical: hills are what runners call them; heuristic numbers. */
export const HILL_GRADE = 0.05;
export const STEEP_GRADE = 0.1;

/** A hill sprint lasts at least this long (s) … */
export const HILL_SPRINT_S = 8;
/** … on at least this grade (fraction) … */
export const HILL_SPRINT_GRADE = 0.06;
/** … at a grade-adjusted speed of at least this many times the usual speed. All three heuristic, after common training prescriptions. */
export const HILL_SPRINT_SPEED_RATIO = 1.4;

// ── Best efforts and critical speed ─────────────────────────────────────────────────────────────────────────────────

/** Metres. The distances critical speed is fitted through. Mechanics: they last about 1.5–25 min, where distance over time is straight. */
export const BEST_EFFORT_DISTANCES_M = [400, 800, 1600, 3000, 5000] as const;

/** Seconds of the shortest window a top speed is taken over. Device: shorter ones show GPS noise. */
export const TOP_SPEED_S = 10;

/** Critical speed needs this many distances … */
export const CRITICAL_SPEED_MIN_DISTANCES = 3;
/** … from this many runs. Heuristic: one run's splits lie on a line by construction. */
export const CRITICAL_SPEED_MIN_RUNS = 2;
/** m/s. Outside is not a runner's critical speed. Heuristic: 8:20/km to 2:23/km. */
export const CRITICAL_SPEED_MIN_MPS = 2;
export const CRITICAL_SPEED_MAX_MPS = 7;
