/** The entries of `schema.ts` that make the tables of Strava. Released ones are never edited. */

export const STRAVA_TABLES = `
  -- The athlete's Strava, if connected. Tokens are sealed: see src/account/sealed-text.ts.
  CREATE TABLE strava_account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- Of this connection: work begun under another one must not write.
    connection_id TEXT NOT NULL,
    strava_athlete_id TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    access_token TEXT NOT NULL,
    refresh_token TEXT NOT NULL,
    token_expires_at REAL NOT NULL,
    connected_at REAL NOT NULL,
    -- When the athlete last asked for anything.
    active_at REAL NOT NULL,
    problem TEXT,
    -- Calls that failed one after the other.
    failures INTEGER NOT NULL DEFAULT 0,
    last_sync_at REAL
  ) STRICT;

  -- Beside the files' activities, never among them: all of this goes when its time is over, or with the connection.
  CREATE TABLE strava_activities (
    -- Strava's: more digits than a number holds.
    id TEXT PRIMARY KEY,
    summary TEXT NOT NULL,
    sport TEXT NOT NULL,
    sub_sport TEXT,
    start_time_s REAL NOT NULL,
    utc_offset_s INTEGER,
    local_date TEXT NOT NULL,
    distance_m REAL,
    timer_s REAL,
    elapsed_s REAL,
    warnings TEXT NOT NULL,
    recorded TEXT NOT NULL,
    -- NULL where the sport is not running.
    exposure TEXT,
    cells BLOB,
    analysis_version TEXT NOT NULL,
    -- to-fetch, kept, absent.
    streams TEXT NOT NULL,
    course_key TEXT NOT NULL,
    label_key TEXT NOT NULL,
    gear_id TEXT,
    fetched_at REAL NOT NULL,
    expires_at REAL NOT NULL,
    -- Of what came from streams; NULL where nothing did.
    course_expires_at REAL
  ) STRICT;
  CREATE INDEX strava_activities_by_start ON strava_activities (start_time_s);

  CREATE TABLE strava_gear (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- The shoe that was made of it.
    shoe_id TEXT,
    expires_at REAL NOT NULL
  ) STRICT;

  -- What is still to be asked of Strava; one for each thing, however often it is wanted.
  CREATE TABLE strava_jobs (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    is_prompt INTEGER NOT NULL,
    due_at REAL NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Where the job stands: JSON, see strava-job-table.ts.
    state TEXT NOT NULL DEFAULT '{}',
    -- Raised whenever it is wanted anew.
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, key)
  ) STRICT;

  -- What became of the last connection that ended. Nothing of Strava's.
  CREATE TABLE strava_receipt (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    erased_activities INTEGER NOT NULL,
    erased_at REAL NOT NULL,
    was_revoked INTEGER NOT NULL
  ) STRICT;
`;

export const SAID_OF_STRAVA = `
  -- The runner's own word on activities from Strava: outlives their rows, goes with the activity on Strava or the connection.
  CREATE TABLE said_of_strava (
    id TEXT PRIMARY KEY,
    -- JSON, see corrections.ts.
    corrections TEXT NOT NULL DEFAULT '{}',
    shoe_id TEXT,
    deleted_at REAL
  ) STRICT;
  UPDATE strava_activities SET recorded = json_set(recorded, '$.subSport', sub_sport);
`;

export const STRAVA_FAREWELL = `
  -- A connection has ended: what Strava and the directory have not heard of yet. Goes when both have.
  CREATE TABLE strava_farewell (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- Sealed as in strava_account; NULL where Strava has nothing to hear.
    access_token TEXT,
    refresh_token TEXT,
    token_expires_at REAL,
    since REAL NOT NULL,
    due_at REAL NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`;
