/**
 * The tables of one athlete. Each entry of `MIGRATIONS` is applied once, in order, in one transaction; a schema that has
 * been released is changed by a new entry, never by editing an old one. Times are Unix seconds, lengths metres.
 */

const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE files (
    sha256 TEXT PRIMARY KEY,
    -- Key of the raw bytes in R2.
    stored_as TEXT NOT NULL,
    name TEXT,
    size_bytes INTEGER NOT NULL,
    imported_at REAL NOT NULL
  ) STRICT;

  CREATE TABLE activities (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES files (sha256) ON DELETE CASCADE,
    session_index INTEGER NOT NULL,
    sport TEXT NOT NULL,
    sub_sport TEXT,
    start_time_s REAL NOT NULL,
    -- NULL where the file does not say: local_date then follows the time zone of the settings.
    utc_offset_s INTEGER,
    local_date TEXT NOT NULL,
    distance_m REAL,
    timer_s REAL,
    elapsed_s REAL,
    device TEXT,
    warnings TEXT NOT NULL,
    -- NULL where the sport is not running: kept as context, never in a running number.
    exposure TEXT,
    cells BLOB,
    analysis_version TEXT NOT NULL,
    deleted_at REAL,
    UNIQUE (sha256, session_index)
  ) STRICT;

  CREATE INDEX activities_by_start ON activities (start_time_s);
  CREATE INDEX activities_by_analysis ON activities (analysis_version);

  CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    units TEXT NOT NULL DEFAULT 'km',
    week_start INTEGER NOT NULL DEFAULT 1,
    theme TEXT NOT NULL DEFAULT 'system',
    time_zone TEXT,
    fast_threshold_mps REAL
  ) STRICT;
  INSERT INTO settings (id) VALUES (1);

  CREATE TABLE hidden_flags (
    rule TEXT NOT NULL,
    quantity TEXT NOT NULL,
    date TEXT NOT NULL,
    hidden_until TEXT NOT NULL,
    PRIMARY KEY (rule, quantity, date)
  ) STRICT;
  `,
  `
  -- Which upload brought the file, and what the archive around it said.
  ALTER TABLE files ADD COLUMN batch_id TEXT;
  ALTER TABLE files ADD COLUMN title TEXT;
  ALTER TABLE files ADD COLUMN gear TEXT;
  ALTER TABLE files ADD COLUMN sport_hint TEXT;
  CREATE INDEX files_by_batch ON files (batch_id);

  -- Set while the upload that brought the activity is undone; deleted_at is the runner's own.
  ALTER TABLE activities ADD COLUMN undone_at REAL;
  -- The recording of the same run that counts in this one's place.
  ALTER TABLE activities ADD COLUMN twin_of TEXT;
  -- What the file itself says, whatever the runner corrected: JSON, see analysed-file.ts.
  ALTER TABLE activities ADD COLUMN recorded TEXT NOT NULL DEFAULT '{}';
  UPDATE activities SET recorded = json_object('sport', sport, 'subSport', sub_sport, 'distanceM', distance_m,
    'sampleCount', 0, 'hasAltitude', json('false'), 'hasCadence', json('false'), 'format', 'fit');
  -- What the runner says instead: JSON, see corrections.ts.
  ALTER TABLE activities ADD COLUMN corrections TEXT NOT NULL DEFAULT '{}';

  -- Pairs of activities that the runner said are two runs; one_id is the smaller.
  CREATE TABLE separate_runs (
    one_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    PRIMARY KEY (one_id, other_id)
  ) STRICT;
  `,
  `
  -- The level at which the runner hid the flag: a worse one is shown again.
  ALTER TABLE hidden_flags ADD COLUMN level TEXT NOT NULL DEFAULT 'well-above';
  `,
  `
  -- One a day, by the runner's local date. body: JSON, see diary-table.ts; what is not said is absent.
  CREATE TABLE check_ins (
    date TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    logged_at REAL NOT NULL,
    -- When it was last changed after it was logged.
    edited_at REAL
  ) STRICT;

  -- Boxes ticked; until_date is the day the runner unticked it.
  CREATE TABLE warning_signs (
    sign TEXT NOT NULL,
    from_date TEXT NOT NULL,
    until_date TEXT,
    PRIMARY KEY (sign, from_date)
  ) STRICT;

  CREATE TABLE return_criteria (
    criterion TEXT PRIMARY KEY,
    met_on TEXT NOT NULL
  ) STRICT;

  CREATE TABLE shoes (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    drop_mm REAL,
    heel_lift_mm REAL,
    since TEXT,
    retired_on TEXT,
    -- What archives and files call it.
    gear TEXT
  ) STRICT;

  -- The shoe the runner said; a run without one wears that of the run before it.
  ALTER TABLE activities ADD COLUMN shoe_id TEXT;

  ALTER TABLE settings ADD COLUMN last_trouble_date TEXT;
  ALTER TABLE settings ADD COLUMN trouble_spot TEXT;
  ALTER TABLE settings ADD COLUMN pain_ceiling REAL NOT NULL DEFAULT 3;
  ALTER TABLE settings ADD COLUMN is_returning INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE shoes ADD COLUMN deleted_at REAL;

  -- What the runner called the shoe of a run, and what archives call gear, become shoes.
  INSERT INTO shoes (id, name)
    SELECT lower(hex(randomblob(16))), min(trim(corrections ->> '$.shoe')) FROM activities
    WHERE corrections ->> '$.shoe' IS NOT NULL GROUP BY lower(trim(corrections ->> '$.shoe'));
  UPDATE activities SET
    shoe_id = (SELECT shoes.id FROM shoes WHERE lower(shoes.name) = lower(trim(corrections ->> '$.shoe'))),
    corrections = json_remove(corrections, '$.shoe')
    WHERE corrections ->> '$.shoe' IS NOT NULL;
  UPDATE shoes SET gear = (SELECT min(files.gear) FROM files WHERE lower(trim(files.gear)) = lower(shoes.name));
  INSERT INTO shoes (id, name, gear)
    SELECT lower(hex(randomblob(16))), min(trim(files.gear)), min(files.gear) FROM files JOIN activities USING (sha256)
    WHERE files.gear IS NOT NULL AND exposure IS NOT NULL AND sport = 'running'
      AND NOT EXISTS (SELECT 1 FROM shoes WHERE lower(shoes.name) = lower(trim(files.gear)))
    GROUP BY lower(trim(files.gear));
  `,
  `
  ALTER TABLE settings ADD COLUMN is_introduced INTEGER NOT NULL DEFAULT 0;
  `,
  `
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
  `,
  `
  -- The runner's own word on activities from Strava: outlives their rows, goes with the activity on Strava or the connection.
  CREATE TABLE said_of_strava (
    id TEXT PRIMARY KEY,
    -- JSON, see corrections.ts.
    corrections TEXT NOT NULL DEFAULT '{}',
    shoe_id TEXT,
    deleted_at REAL
  ) STRICT;
  UPDATE strava_activities SET recorded = json_set(recorded, '$.subSport', sub_sport);
  `,
  `
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
  `,
];

/** Brings the tables of `storage` up to the code's schema, or to an earlier `target`: all of it or nothing. */
export function migrate(storage: DurableObjectStorage, target: number = MIGRATIONS.length): void {
  storage.transactionSync(() => {
    const { sql } = storage;
    sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT');
    const applied = sql.exec<{ version: number }>('SELECT version FROM schema_version').toArray();
    const version = applied[0]?.version ?? 0;
    if (version >= target) return;
    for (const migration of MIGRATIONS.slice(version, target)) sql.exec(migration);
    sql.exec('DELETE FROM schema_version');
    sql.exec('INSERT INTO schema_version (version) VALUES (?)', target);
  });
}
