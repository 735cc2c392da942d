-- Searching the notebook: what was searched (its pages have buttons), and what each note is about as a vector, which
-- is derived from its text and can be made anew.
BEGIN;
CREATE TABLE note_searches (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL,
    text     TEXT NOT NULL,
    made_utc REAL NOT NULL
) STRICT;
CREATE INDEX note_searches_by_owner ON note_searches (owner_id, id);
CREATE TABLE note_vectors (
    note_id  INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL,
    version  INTEGER NOT NULL,              -- of the note that was read
    texts    INTEGER NOT NULL,              -- how many of its files' texts were read with it
    vector   BLOB NOT NULL,                 -- 384 numbers, float16, little endian
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX note_vectors_by_owner ON note_vectors (owner_id);
PRAGMA user_version = 9;
COMMIT;
