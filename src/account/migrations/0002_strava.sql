-- Times are Unix seconds. Strava's numbers are text: they may be longer than an integer is exact on the way here.

-- On its way through Strava's page, for the browser that began it. The state itself is only ever in that browser's addresses.
CREATE TABLE oauth_states (
  state_sha256 TEXT PRIMARY KEY,
  holder_sha256 TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- One athlete here for a Strava account, one Strava account for an athlete here.
CREATE TABLE strava_links (
  strava_athlete_id TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL UNIQUE REFERENCES athletes (id) ON DELETE CASCADE,
  linked_at INTEGER NOT NULL
) STRICT;

-- A browser of one athlete has shown at Strava to be another's as well, and has not chosen yet.
CREATE TABLE offered_sign_ins (
  holder_sha256 TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;

-- The app's one subscription; `id` is known from its first event on.
CREATE TABLE strava_subscription (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT
) STRICT;
