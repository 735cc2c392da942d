-- Which files have been read (pictures) or heard (recordings): also one without a word is not read again, and one that
-- ends its reader again and again is left alone. What was found is in note_file_texts.
BEGIN;
CREATE TABLE note_file_readings (
    owner_id INTEGER NOT NULL,
    sha256   TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('trying', 'read', 'failed')),
    attempts INTEGER NOT NULL,
    problem  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (owner_id, sha256)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 20;
COMMIT;
