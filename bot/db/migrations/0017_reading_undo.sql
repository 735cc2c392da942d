-- What a reader removes can be brought back; a term that is not wanted keeps its meaning. Until now an empty meaning
-- said that it was not wanted.
BEGIN;
ALTER TABLE book_questions ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE book_places ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE book_terms ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
UPDATE book_terms SET refused = 1 WHERE meaning = '';
PRAGMA user_version = 17;
COMMIT;
