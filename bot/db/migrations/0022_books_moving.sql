-- Books that leave and come back: a name of its own for each (uid), and which import brought it.
BEGIN;
ALTER TABLE books ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE books ADD COLUMN import_id INTEGER;
UPDATE books SET uid = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX books_by_uid ON books (owner_id, uid);
CREATE INDEX books_by_import ON books (owner_id, import_id) WHERE import_id IS NOT NULL;
PRAGMA user_version = 22;
COMMIT;
