-- Between a chapter's note and its chapter a crash may come: the key of a note that is being written says whose it is.
BEGIN;
ALTER TABLE book_chapters ADD COLUMN note_key INTEGER;
PRAGMA user_version = 18;
COMMIT;
