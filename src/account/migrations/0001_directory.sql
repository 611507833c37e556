-- Times are Unix seconds.
CREATE TABLE athletes (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL
) STRICT;

-- The token itself is only ever in the runner's cookie.
CREATE TABLE sessions (
  token_sha256 TEXT PRIMARY KEY,
  athlete_id TEXT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_athlete ON sessions (athlete_id);
