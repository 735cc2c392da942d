-- The durable queue. A job is one row: queued -> running -> finished (files durable) -> delivered; or failed,
-- cancelled, quarantined. Ids are never used twice: buttons in old messages carry them.
BEGIN;
CREATE TABLE jobs (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id      INTEGER NOT NULL,
    guild_id     INTEGER,
    status       TEXT NOT NULL CHECK (status IN
                     ('queued', 'running', 'finished', 'delivered', 'failed', 'cancelled', 'quarantined')),
    generation   TEXT NOT NULL,            -- JSON, bot.gpu.job.Generation
    cost         REAL NOT NULL,            -- of that generation, for the fair shares after a restart
    attempts     INTEGER NOT NULL DEFAULT 0, -- those that count: a queued job with one has an engine's death against it
    deaths_alone INTEGER NOT NULL DEFAULT 0,
    created_utc  REAL NOT NULL,
    started_utc  REAL,                     -- of the latest attempt
    ended_utc    REAL,
    told_utc     REAL,                     -- the person knows the end: delivered, or told of failure or cancellation
    error        TEXT,
    notes        TEXT NOT NULL DEFAULT '[]' -- JSON list of sentences
) STRICT;
CREATE INDEX jobs_open ON jobs (id) WHERE status IN ('queued', 'running');
CREATE INDEX jobs_untold ON jobs (id) WHERE told_utc IS NULL;
CREATE INDEX jobs_by_time ON jobs (created_utc);
CREATE INDEX jobs_by_user ON jobs (user_id, id);
PRAGMA user_version = 1;
COMMIT;
