/**
 * Which of Strava's push subscriptions is ours. Strava tells its id only to who makes it, so it is learnt: the first event
 * after a handshake names it, and events of any other are not ours from then on.
 */

/** A new subscription has been shown to be ours; any before it is over. */
export async function expectSubscription(directory: D1Database): Promise<void> {
  await directory
    .prepare('INSERT OR REPLACE INTO strava_subscription (only_row, id) VALUES (1, NULL)')
    .run();
}

/** Whether it is ours; without a handshake before, none is. */
export async function isOurSubscription(directory: D1Database, id: string): Promise<boolean> {
  const row = await directory
    .prepare('UPDATE strava_subscription SET id = coalesce(id, ?) RETURNING id')
    .bind(id)
    .first<{ id: string }>();
  return row?.id === id;
}
