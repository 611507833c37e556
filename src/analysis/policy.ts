/**
 * Every threshold of the analysis: name, value, unit, why this value and how well it is supported. Nothing else may
 * hard-code one. Sections follow the way of the data. Evidence grades: `cohort` (large prospective study), `mechanics`
 * (laboratory), `clinical` (guideline, expert consensus), `heuristic` (our number), `device` (what watches are seen to do).
 */

// ── Samples and intervals ───────────────────────────────────────────────────────────────────────────────────────────

/** Seconds. Longer between two samples without a pause is a recording gap. Device: smart recording writes every 1–60 s. */
export const RECORDING_GAP_S = 60;

/**
 * Seconds. A clock that steps further while the timer runs was set, or lies. Device: real watches are seen to leap 20 days mid-run;
 * other readers cut at the same hour.
 */
export const TIME_JUMP_S = 3600;

/** Seconds. Samples further than this from the rest belong to no single run. Heuristic, used only where no summary says how long it was. */
export const LONGEST_ACTIVITY_S = 24 * 3600;

/** Metres and m/s. A recorded value beyond is none. Device: "no value" scales to 42,949 km and 65.5 m/s in FIT. */
export const RECORDED_DISTANCE_MAX_M = 1_000_000;
export const RECORDED_SPEED_MAX_MPS = 60;

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

/**
 * Fraction of the session's distance. Glitches that make up more are taken off the total; fewer are left in it, so that it stays
 * what the watch shows. Heuristic: half of the smallest spike in distance that is ever flagged.
 */
export const GLITCH_SHARE = 0.05;

// ── Files that say little: GPX and TCX ──────────────────────────────────────────────────────────────────────────────

/**
 * Seconds without a point, at nearly the same place, that are a pause where a file has no word for pauses. Device: in 4 GPX files whose FIT
 * twins tell the pauses, all of 15 s or more are found and none is invented; smart recording left up to 10 s.
 */
export const PAUSE_GAP_S = 15;

/** Times the usual spacing of points, which such a gap lasts at least. Device: long-battery modes write a point every 60 s, also of a steep hike. */
export const PAUSE_GAP_SPACINGS = 3;

/** m/s, as the crow flies across a gap: slower is a pause. Mechanics: people like to walk at 1.3–1.4 m/s. Device: the same twins drift at 0.1–1.25. */
export const PAUSE_DRIFT_MPS = 1.3;

/**
 * Seconds without a point that may hold a pause of a TCX lap, whose timer tells how long it was paused in all. Device: shorter gaps are
 * smart recording.
 */
export const LAP_PAUSE_GAP_S = 5;

/** Fraction of what a column of distances rises by. One that falls by more does not count on from the start. Heuristic: jitter is far below. */
export const CUMULATIVE_FALL_SHARE = 0.1;

/** Seconds between two tracks of one GPX file that make two activities. Device: apps begin a track for each lap or pause. Heuristic. */
export const TRACKS_APART_S = 3600;

/** Seconds within one track that make two activities. Device: hand-held receivers keep one track for days. Heuristic: a night. */
export const TRACK_BREAK_S = 6 * 3600;

/** Per minute: a higher median cadence counts steps, a lower one strides. Mechanics: nobody runs at 220 steps a minute, all running is above 110. */
export const STRIDES_PER_MIN_MAX = 110;

/**
 * m/s on average while moving, and the share of time that may be faster than a burst (m/s): what a track that names no sport must keep to,
 * to count as a run. Mechanics: people change from walking to running near 2.0 m/s; heuristic above. A ride taken for a run would move a
 * baseline, a run taken for a ride is only missing.
 */
export const RUN_MEAN_MPS_MIN = 1.8;
export const RUN_MEAN_MPS_MAX = 5;
export const RUN_BURST_MPS = 6.5;
export const RUN_BURST_SHARE = 0.05;

/**
 * Metres and seconds that nobody has run faster, on a track or a road, with or without help: a "run" that keeps up a higher speed for
 * so long was none. 3,000 m J. Ingebrigtsen 2024, 5,000 m and 10,000 m J. Cheptegei 2020, half marathon J. Kiplimo 2025, marathon
 * E. Kipchoge 2019; 4,000 m on the curve through its neighbours. Device: watches set to running are worn on bicycles. Shorter distances
 * are left out: over them a slope or a drifting position can pass for a record.
 */
export const FASTEST_RUNS = [
  { distanceM: 3000, durationS: 437.55 },
  { distanceM: 4000, durationS: 595 },
  { distanceM: 5000, durationS: 755.36 },
  { distanceM: 10_000, durationS: 1571 },
  { distanceM: 21_097.5, durationS: 3402 },
  { distanceM: 42_195, durationS: 7180 },
] as const;

/**
 * Fraction of the speed of `FASTEST_RUNS` beyond which a "run" whose steps nothing has counted is asked about: 5 km in 14:00, 10 km in
 * 29:06. Heuristic: who runs that wears a watch, and watches count steps; a steady ride of 21–24 km/h does not. It still counts as a run.
 */
export const QUICK_RECORD_SHARE = 0.9;

/**
 * Share of the moving time that goes faster than `RUN_MEAN_MPS_MAX` while the watch counts fewer steps than a run has
 * (`WALKING_CADENCE_SPM`), from which a "run" was none. Mechanics: nobody runs 5 m/s below 140 steps a minute; heuristic: most of it.
 */
export const STEPLESS_SPEED_SHARE = 0.5;

/**
 * Fraction of the session's timer. Where the samples measure less of a run than this, they are left aside and the run counts by its
 * totals, as one without samples. Heuristic; device: a damaged file kept 9 % of a run, and would have given 9 % of its load.
 */
export const MIN_MEASURED_SHARE = 0.5;

/**
 * Beats a minute from the steps a minute, and the share of the running time that is so near, from which the heart rate is likely to be
 * the steps that a wrist sensor counted instead. Device: 10 of 306 real runs; few hearts beat in step for half a run.
 */
export const CADENCE_LOCK_BPM = 3;
export const CADENCE_LOCK_SHARE = 0.5;

// ── Altitude, climb, grade ──────────────────────────────────────────────────────────────────────────────────────────

/** Metres. Outside is no altitude. Device: −500 m is FIT's own zero; the lowest shore on Earth lies at −430 m. */
export const ALTITUDE_MIN_M = -450;
export const ALTITUDE_MAX_M = 9000;

/** m/s. A faster rise or fall is a glitch. Mechanics: nobody runs 3 m up in a second; falls that fast are not run. */
export const VERTICAL_GLITCH_MPS = 3;

/**
 * Metres of run in each of the two neighbouring means whose difference is the grade. Device: on flat runs with a barometer 20 m
 * reads 1.6 % of load into noise, 40 m 0.6 %, 100 m 0.15 %; on hilly ones 100 m loses a fifth of the steep metres.
 */
export const GRADE_WINDOW_M = 40;
/** The same where altitude is coarse or noisy. */
export const GRADE_WINDOW_COARSE_M = 100;

/** Metres. Altitude is coarse when its smallest step reaches this: watches write 0.2 m or 1 m. */
export const ALTITUDE_COARSE_STEP_M = 0.9;
/** Metres. Altitude is noisy from this standard deviation of white noise on. Device: below 0.2 in every run with a barometer. */
export const ALTITUDE_NOISY_M = 0.4;

/** Metres of run that altitude is averaged over before climb is summed; noisy altitude takes `GRADE_WINDOW_COARSE_M`. Device: tuned with the next. */
export const CLIMB_WINDOW_M = 10;
/**
 * Metres the altitude has to turn back by before a climb or descent ends. Device: with 10 m means, climbs over 100 m agree with the
 * watch's own total to 3 % (median) and 11 % (90th percentile) on eleven real runs; 1 m and a 10 s mean: 4 % and 12 %.
 */
export const CLIMB_HYSTERESIS_M = 3;

/**
 * Metres by which a device's ascent less its descent may miss the altitude between start and end, pauses left out. Device: within 17 in 120
 * of 128 real runs; beyond where altitude jumps, 24 where the watch counted what was gained in a pause, 87 in a watch that states
 * 109 m up and 22 m down of a course that ends where it began.
 */
export const CLIMB_MISFIT_M = 20;
/** A device's climb over every rise, or every fall, that its samples hold. Device: 1.00 at most in 126 of these 128; 1.23 and 2.0 in the last two named. */
export const CLIMB_EXCESS_RATIO = 1.1;

/** Sub-sports on a machine or in a hall: what the altimeter feels there is weather and ventilation. */
export const INDOOR_SUB_SPORTS: ReadonlySet<string> = new Set([
  'treadmill',
  'indoorRunning',
  'virtualActivity',
]);

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

// ── Detail of one run ───────────────────────────────────────────────────────────────────────────────────────────────

/** Metres. Points of a chart lie no closer. Device: a shorter stretch holds two or three samples. */
export const SERIES_STEP_M = 10;

/** Fraction of a segment. What is left at the end of a run, if less, belongs to the segment before it. Heuristic: a scrap's share of the load says nothing. */
export const LAST_SEGMENT_MIN_SHARE = 0.05;

/** Fraction of the run's time. The hardest part of a run is no longer. Heuristic: a longer one is the run. */
export const HEAVIEST_MAX_TIME_SHARE = 1 / 3;

/** Ratio of load share to time share from which a stretch stands out. Heuristic. */
export const HEAVIEST_MIN_RATIO = 1.1;

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

// ── Comparing with history ──────────────────────────────────────────────────────────────────────────────────────────

/**
 * Fraction. A value goes beyond a limit only by more than this: 11.0 km is not more than 1.10 × 10.0 km, whatever the binary
 * fractions say. Device: far below the centimetre in which watches write distance.
 */
export const COMPARISON_TOLERANCE = 1e-9;

/** No watch recorded a run before; a clock that was never set says 1989 or 1990. Device. */
export const EARLIEST_DATE = '2000-01-01';

/** Days after today that a run may be dated: a flight, or a watch set to another zone. Later than that the clock was wrong. Device. */
export const FUTURE_DAYS = 1;

/** Seconds between the starts, and fraction between the totals, of two recordings of one run. Device: two watches, or a file and its copy. */
export const TWIN_START_TOLERANCE_S = 120;
export const TWIN_TOTAL_TOLERANCE = 0.02;

// ── Speed against the runner's usual speed ──────────────────────────────────────────────────────────────────────────

/** Days before a run from which usual speed is taken. Heuristic: a training block, so that winter does not judge summer. */
export const USUAL_SPEED_DAYS = 90;

/** Days before a run whose best efforts give critical speed. As for usual speed. */
export const CRITICAL_SPEED_DAYS = USUAL_SPEED_DAYS;

/** Recorded runs needed in those days. Heuristic: fewer say little about what is usual. */
export const USUAL_SPEED_MIN_RUNS = 5;

/**
 * Multiples of usual speed where the steady, fast and very fast bands begin. Heuristic: tried on a real history, 1.25 leaves 2 % of a
 * median run fast, 14 % at the 90th percentile, and makes 45 % of the runs speed sessions.
 */
export const STEADY_RATIO = 1.1;
export const FAST_RATIO = 1.25;
export const VERY_FAST_RATIO = 1.5;

/** A speed session holds at least this many fast metres … */
export const SPEED_SESSION_M = 400;
/** … or fast seconds. Both heuristic: one lap of a track, or a few strides. */
export const SPEED_SESSION_S = 90;

// ── A run against the 30 days before ────────────────────────────────────────────────────────────────────────────────

/** Days before a run whose largest run is the baseline; the run's own day is not among them. Cohort: Frandsen 2025. */
export const SESSION_WINDOW_DAYS = 30;

/** Times the longest run of the window: beyond it `above`. Cohort: HR 1.64 (1.31–2.05) at > 10–30 %, Frandsen 2025. */
export const SESSION_ABOVE_RATIO = 1.1;

/** Times the longest run of the window: beyond it `well-above`. Cohort: HR 2.28 (1.50–3.48) above 100 %, Frandsen 2025. */
export const SESSION_WELL_ABOVE_RATIO = 2;

/** Times the most fast metres of a run of the window. Mechanics, clinical; the number is heuristic. */
export const SPEED_SPIKE_RATIO = 1.3;

/** Fast metres below which no run is a speed spike. Heuristic: as a speed session. */
export const SPEED_SPIKE_MIN_M = SPEED_SESSION_M;

/** Times the most climb, or uphill distance, of a run of the window. Mechanics, clinical; the number is heuristic. */
export const HILL_SPIKE_RATIO = 1.3;

/** Metres of ascent below which no run is a hill spike. Heuristic: a few bridges. */
export const HILL_SPIKE_MIN_ASCENT_M = 30;

/** Metres uphill below which a run is no hill spike by them. Heuristic: the same climb at 10 %. */
export const HILL_SPIKE_MIN_UPHILL_M = 300;

/**
 * Runs of the window whose hills (or speed) are known, needed before "none at all" counts as a baseline. Heuristic: one flat run does not
 * show that somebody never runs hills.
 */
export const NONE_BEFORE_MIN_RUNS = 4;

// ── Seven days against the usual range ──────────────────────────────────────────────────────────────────────────────

/** Days of a rolling week. */
export const WEEK_DAYS = 7;

/** Complete, non-overlapping 7-day windows before the one judged. Heuristic: tendons adapt over two to three months. */
export const USUAL_RANGE_WEEKS = 8;

/** Windows with a run, and runs in the windows, that a usual range needs. Heuristic: below it a range is chance. */
export const USUAL_RANGE_MIN_WEEKS = 4;
export const USUAL_RANGE_MIN_RUNS = 8;

/** Quantile that is the lower end of the usual range. Heuristic. */
export const USUAL_RANGE_LOW_QUANTILE = 0.25;

/**
 * Times the largest of the eight windows where `above` and `well-above` begin. Heuristic: tried on a real history, beyond 1.10 lie 22 % of
 * weeks and beyond 1.30 8 %; beyond the 75th percentile it would be 54 %, which nobody would read any more.
 */
export const WEEK_ABOVE_RATIO = 1.1;
export const WEEK_WELL_ABOVE_RATIO = 1.3;

/**
 * A week that exceeds the largest by less than this is usual whatever the ratio: 12 m of climb after 8 m is no hill training. Heuristic; the
 * five of the design, and for the others what they amount to at 6:00/km (time), at a fast 4 m/s (fast seconds), or the same (descent).
 */
export const WEEK_FLOORS = {
  distanceM: 5000,
  timerS: 1800,
  ascentM: 50,
  descentM: 50,
  uphillM: 500,
  fastM: 800,
  fastS: 200,
  fastDownhillS: 60,
  loadAeKm: 5,
} as const;

/**
 * Days: a week with one day less, with one more, and two weeks with one less. When none of the three is fuller than any such days of the eight
 * weeks before, a fuller week is one run moved by a day. Heuristic.
 */
export const MOVED_RUN_DAYS = [6, 8, 13] as const;

/** Days within which increases count as one after the other, not apart. Clinical: one change at a time. */
export const STACK_DAYS = 7;

/** Kinds of increase (distance, speed, hills, shoe, surface) within `STACK_DAYS` that make a stack. Clinical. */
export const STACK_MIN_KINDS = 2;

// ── What is new, and what comes too soon after another ──────────────────────────────────────────────────────────────

/** Hill sprints of one run, after none in the 30 days before, that introduce them. Clinical: before the calf is ready; the number is heuristic. */
export const HILL_SPRINTS_INTRODUCED = 3;

/** Speed sessions in seven days … */
export const SPEED_SESSIONS_ADDED = 2;
/** … after no more than so many a week … */
export const SPEED_SESSIONS_BEFORE_PER_WEEK = 0.5;
/** … in the days before those seven, are sessions added to the routine. Clinical ("two speed sessions on top"); the numbers are heuristic. */
export const SPEED_SESSIONS_BEFORE_DAYS = 28;

/** Weeks in a row, each above the one before, that are a build … */
export const RAMP_RISING_WEEKS = 3;
/** … when the last so many of them average … */
export const RAMP_MEAN_WEEKS = 2;
/** … at least so many times the largest … */
export const RAMP_RATIO = 1.3;
/**
 * … of so many weeks before them. Clinical (the late decision to race); the numbers are heuristic: on a real history true in 7 % of running
 * weeks, and in 41 % against the mean of those weeks.
 */
export const RAMP_BASELINE_WEEKS = 4;
/** Of those weeks, how many hold a run. Logic: after fewer the runner comes back, which has a rule of its own; leaves 3 % of the same weeks. */
export const RAMP_BASELINE_MIN_WEEKS = 2;

/** Hours between the starts of two high sessions, below which the second came soon. Mechanics: collagen turnover is raised for about 3 days; low certainty. */
export const RECOVERY_H = 48;
/** The same while the tendon has symptoms. */
export const RECOVERY_WITH_SYMPTOMS_H = 72;

/** Days before a run whose loads tell which run is a high one. Heuristic: as the usual range. */
export const HIGH_SESSION_DAYS = 56;
/** A high session reaches this quantile of their loads … */
export const HIGH_SESSION_QUANTILE = 0.8;
/** … and so many times their median, so that of runs that are all alike none is high … */
export const HIGH_SESSION_MEDIAN_RATIO = 1.3;
/** … and there are at least so many of them. All heuristic. */
export const HIGH_SESSION_MIN_RUNS = 8;

/** Fraction of the usual run (the median of 30 days). A shorter one on another surface is a trial. Clinical; the number is heuristic. */
export const SURFACE_MIN_SHARE = 0.6;

/** Millimetres below the mean heel drop of 30 days from which a shoe is a lower one. Clinical: a lower heel stretches the tendon further; the number is heuristic. */
export const LOWER_DROP_MM = 4;

/** Fraction of the mean of the four weeks before. A week with less is a reduced one, as is advised with another shoe. Heuristic: what runs vary by anyway. */
export const REDUCED_WEEK_SHARE = 0.9;
export const REDUCED_WEEK_BASELINE_WEEKS = 4;

/** Days of the short and the long exponential average of load (ATL, CTL). By convention; they raise no flag. */
export const ACUTE_LOAD_DAYS = 7;
export const CHRONIC_LOAD_DAYS = 42;

// ── How the tendon feels ────────────────────────────────────────────────────────────────────────────────────────────

/** 0–10. Pain up to it is acceptable while running. Clinical: guidelines say 2–3; the pain-monitoring model (Silbernagel 2007) up to 5, with a clinician. */
export const PAIN_CEILING = 3;
export const PAIN_CEILING_WITH_CLINICIAN = 5;

/** 0–10. Pain beyond it makes every rise in load weigh more. Clinical: guidelines call up to 2 acceptable without question. */
export const PAIN_NOTICED = 2;

/** Days before a morning whose median is the runner's own normal, and how many mornings of them must be known. Clinical; the count heuristic. */
export const STIFFNESS_BASELINE_DAYS = 14;
export const STIFFNESS_BASELINE_MIN_MORNINGS = 3;

/** Points of 10, and minutes, above that median from which a morning is stiffer. Clinical. */
export const STIFFER_POINTS = 2;
export const STIFFER_MIN = 10;

/** Stiffer mornings in a row that raise a flag, and that hold the training. Clinical. */
export const STIFFER_MORNINGS = 2;
export const STIFFER_MORNINGS_HOLD = 3;

/** Days from one morning to the next of a row: one morning without a word neither goes on with it nor ends it. Heuristic. */
export const MORNING_ROW_GAP_DAYS = 2;

/** Days for which the last word on a symptom stands, its own day included: silence does not end a symptom. Heuristic; tendon answers within about 3 days. */
export const SYMPTOM_DAYS = 3;

/** Days back to the last run that an answer of the next morning is about. Heuristic. */
export const RESPONSE_DAYS = 2;

/** Rises in a row of the weekly median of mornings, and how many mornings a week needs. Clinical: no drift of the baseline; the count heuristic. */
export const DRIFT_RISES = 3;
export const DRIFT_MIN_MORNINGS = 3;

/** Single-leg heel raises, weaker ÷ stronger side. Less is a gap. Clinical; no measurement error is published. */
export const HEEL_RAISE_SYMMETRY = 0.9;

/** Days over which symptoms are logged until a professional should see them. Clinical: more than two weeks. */
export const PERSISTENT_DAYS = 14;

/** Days within which Achilles trouble still raises flags. Cohort: an episode within 12 months, odds ratio 6.3 (3.9–10.0) [Lagas 2020]. */
export const RECENT_TROUBLE_DAYS = 365;

/** Days before a symptom that a look back lists. Heuristic: tendons answer late, and a build-up takes weeks. */
export const BEFORE_FLARE_DAYS = 42;

// ── The planner ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Days before a planned run that rules may look at: the nine weeks of the longest window, and two for what was raised a week ago. */
export const PLAN_RULE_DAYS = (USUAL_RANGE_WEEKS + 3) * WEEK_DAYS;

/** Days before a planned run that its usual speed comes from, and that of every run it is compared with. */
export const PLAN_SPEED_DAYS = USUAL_SPEED_DAYS + SESSION_WINDOW_DAYS;

/** Days for which a run that was flagged as a spike sets no baseline for a plan. Heuristic: two weeks without trouble before it counts as usual. */
export const UNTRUSTED_SPIKE_DAYS = 14;

/** Days ahead that can be planned for. Heuristic: what is run until then is not known. */
export const MOST_DAYS_PLANNED = 28;

/** Fraction: the hill that a planned climb is run on, unless the run is too short for it. Heuristic: in the middle of the uphill band. */
export const PLANNED_HILL_GRADE = 0.07;

/** Times the fast threshold that planned fast minutes are run at, at least. Heuristic: on the edge itself a rounding would decide. */
export const PLANNED_FAST_MARGIN = 1.02;

// ── The dashboard ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Days up to the day looked at whose flags are shown. */
export const SHOWN_FLAG_DAYS = 7;

/** Days without a run after which the page asks whether files are missing. Heuristic. */
export const STALE_DAYS = 14;

/** Weeks without a run after which the dashboard opens at the last run instead of today. Heuristic. */
export const REOPEN_AT_LAST_RUN_WEEKS = 12;

/** Weeks that a view shows one by one: a year, wherever in a week it begins. Earlier ones are months. */
export const SHOWN_WEEKS = 53;

/** Weeks over which the page counts runs without altitude, and the weeks it opens with on a phone. */
export const RECENT_WEEKS = 12;

/** Weeks whose median is drawn as 100 on the load line, and how many with a run it needs. Heuristic: a year, so that seasons even out. */
export const MEDIAN_WEEK_WEEKS = 52;
export const MEDIAN_WEEK_MIN_WEEKS = 4;
