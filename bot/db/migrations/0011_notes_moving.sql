-- Notes that leave and come back: a name of its own for each note (uid), which import brought it, and views that the
-- search filters read and reading's own tables fill later. note_vectors.texts was written and never read.
BEGIN;
ALTER TABLE notes ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN import_id INTEGER;
UPDATE notes SET uid = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX notes_by_uid ON notes (owner_id, uid);
CREATE INDEX notes_by_import ON notes (owner_id, import_id) WHERE import_id IS NOT NULL;
CREATE TABLE note_imports (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL,
    made_utc REAL NOT NULL
) STRICT;
ALTER TABLE note_vectors DROP COLUMN texts;
CREATE VIEW summarised_notes AS SELECT owner_id, id AS note_id FROM notes WHERE 0;
CREATE VIEW book_notes AS SELECT owner_id, id AS note_id, '' AS book FROM notes WHERE 0;
PRAGMA user_version = 11;
COMMIT;
