/** How much is taken from one archive before it is called a mistake or an attack. Sizes in bytes, after unpacking. */
export interface ArchiveLimits {
  /** One activity. A day's ultramarathon at 1 Hz with every sensor is under 5 MB as FIT. */
  maxFileBytes: number;
  /** The table of activities in a Strava export: about 1 kB a row. */
  maxTableBytes: number;
  /** Entries of every kind, those of nested archives included. Garmin exports of ten years hold some 10,000. */
  maxEntries: number;
  /** Archives inside archives. Garmin nests once; twice when a runner packs exports together. */
  maxDepth: number;
  /** Everything unpacked in one walk, nested archives counted at each level: minutes of work, many times a lifetime of runs. */
  maxUnpackedBytes: number;
  /** Unpacked ÷ packed, over the whole walk. XML shrinks up to 30 times; deflate can reach 1,032 on nothing but zeros. */
  maxExpansion: number;
  /** Unpacked before `maxExpansion` is judged: a small archive may hold one very repetitive file. */
  expansionAllowanceBytes: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxFileBytes: 20_000_000,
  maxTableBytes: 32_000_000,
  maxEntries: 200_000,
  maxDepth: 3,
  maxUnpackedBytes: 32_000_000_000,
  maxExpansion: 200,
  expansionAllowanceBytes: 64_000_000,
};
