-- What fairness, honest estimates and "why it waited" need to know of each job.
BEGIN;
ALTER TABLE jobs ADD COLUMN weight REAL NOT NULL DEFAULT 1;  -- the asker's, when it was asked for
ALTER TABLE jobs ADD COLUMN engine TEXT;                     -- of the latest attempt
ALTER TABLE jobs ADD COLUMN done REAL NOT NULL DEFAULT 0;    -- share of the steps made when it ended
ALTER TABLE jobs ADD COLUMN ahead INTEGER;                   -- at the moment of asking: jobs that would start earlier,
ALTER TABLE jobs ADD COLUMN beside INTEGER;                  -- and jobs that ran
ALTER TABLE jobs ADD COLUMN estimate_seconds REAL;           -- the bare estimate then
ALTER TABLE jobs ADD COLUMN promised_utc REAL;               -- when it was first said to be ready
ALTER TABLE jobs ADD COLUMN repromised_utc REAL;             -- and last
UPDATE jobs SET done = 1 WHERE status IN ('finished', 'delivered');
CREATE INDEX jobs_by_guild ON jobs (guild_id, created_utc) WHERE guild_id IS NOT NULL;
PRAGMA user_version = 4;
COMMIT;
