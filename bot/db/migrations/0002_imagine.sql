-- What /imagine keeps beside its jobs: the wish as typed, the finished pictures, and where the answer goes.
BEGIN;
CREATE TABLE wishes (
    job_id        INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    wish          TEXT NOT NULL,
    parent_job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE pictures (
    job_id   INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sha256   TEXT NOT NULL,
    suffix   TEXT NOT NULL,
    seed     INTEGER NOT NULL,
    width    INTEGER NOT NULL,
    height   INTEGER NOT NULL,
    PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX pictures_by_file ON pictures (sha256);
-- Interaction tokens are secrets with a life of 15 minutes: wiped once used up or expired.
CREATE TABLE addresses (
    job_id            INTEGER PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    user_id           INTEGER NOT NULL,
    guild_id          INTEGER,
    channel_id        INTEGER NOT NULL,
    message_id        INTEGER,
    token             TEXT,
    token_expires_utc REAL,
    private           INTEGER NOT NULL,
    kept              INTEGER NOT NULL DEFAULT 0,
    tellings          INTEGER NOT NULL DEFAULT 0 -- more than one: a message may have come twice
) STRICT;
CREATE INDEX addresses_kept ON addresses (user_id) WHERE kept = 1;
PRAGMA user_version = 2;
COMMIT;
