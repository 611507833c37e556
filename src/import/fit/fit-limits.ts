/**
 * How much of one file is read. Far above what any watch writes for an activity, and low enough that a few megabytes
 * made to look like millions of messages cannot exhaust memory or time: cost per message is many times its bytes.
 */

/** Records of one segment: six days at 1 Hz. */
export const MOST_RECORDS = 500_000;

/** Fields in all the different definitions of records of one segment; a watch with many sensors has a hundred. */
export const MOST_LAYOUT_FIELDS = 50_000;

/**
 * Bytes of the summary stream of one segment; a marathon with 42 laps and 20 pauses takes about 2,000. The SDK needs half a
 * millisecond for a kilobyte of small messages.
 */
export const MOST_SUMMARY_BYTES = 200_000;

/** Activities and other files chained into one. */
export const MOST_SEGMENTS = 100;

/** Sessions of one segment; a triathlon has five. */
export const MOST_SESSIONS = 100;
