/**
 * Which athlete here a Strava account is: one to one, and never moved from one athlete to another. Strava's numbers are text.
 */

export type LinkOutcome =
  | { kind: 'linked' }
  /** It was this athlete's before. */
  | { kind: 'already' }
  /** The Strava account is another athlete here. */
  | { kind: 'of-other-athlete'; athleteId: string }
  /** This athlete has another Strava account. */
  | { kind: 'has-other-account' };

export async function linkStrava(
  directory: D1Database,
  stravaAthleteId: string,
  athleteId: string,
  nowS: number,
): Promise<LinkOutcome> {
  // Either uniqueness may stand in the way, and the first to come stays.
  const { meta } = await directory
    .prepare(
      `INSERT INTO strava_links (strava_athlete_id, athlete_id, linked_at) VALUES (?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .bind(stravaAthleteId, athleteId, nowS)
    .run();
  if (meta.changes > 0) return { kind: 'linked' };
  const holder = await linkedAthlete(directory, stravaAthleteId);
  if (holder === athleteId) return { kind: 'already' };
  return holder === null
    ? { kind: 'has-other-account' }
    : { kind: 'of-other-athlete', athleteId: holder };
}

export async function linkedAthlete(
  directory: D1Database,
  stravaAthleteId: string,
): Promise<string | null> {
  return directory
    .prepare('SELECT athlete_id FROM strava_links WHERE strava_athlete_id = ?')
    .bind(stravaAthleteId)
    .first<string>('athlete_id');
}

/** The Strava account can then be linked anew, by whoever holds it. */
export async function unlinkStrava(directory: D1Database, athleteId: string): Promise<void> {
  await directory.prepare('DELETE FROM strava_links WHERE athlete_id = ?').bind(athleteId).run();
}
