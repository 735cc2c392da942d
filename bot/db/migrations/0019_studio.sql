-- The pictures that a job starts from, kept with it: it can be made after a restart, and once more later.
-- Stars in the gallery. And whether people of a server may use each other's pictures, which its admins decide.
BEGIN;
CREATE TABLE inputs (
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (job_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX inputs_by_file ON inputs (sha256);
ALTER TABLE wishes ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE servers ADD COLUMN open_pictures INTEGER NOT NULL DEFAULT 0;
PRAGMA user_version = 19;
COMMIT;
