/**
 * The tables of one athlete. Each entry of `MIGRATIONS` is applied once, in order, in one transaction; a schema that has
 * been released is changed by a new entry, never by editing an old one. Times are Unix seconds, lengths metres.
 */
import { SAID_OF_STRAVA, STRAVA_FAREWELL, STRAVA_TABLES } from './strava-schema.ts';

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
  STRAVA_TABLES,
  SAID_OF_STRAVA,
  STRAVA_FAREWELL,
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
