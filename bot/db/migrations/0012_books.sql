-- Books as they are read: their chapters and where each stands, questions, the glossary, the index of a reference book.
-- Notes on chapters are notes of the notebook; a chapter only knows their id.
BEGIN;
CREATE TABLE books (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id     INTEGER NOT NULL,
    title        TEXT NOT NULL,
    folded       TEXT NOT NULL,             -- the title as titles are compared
    contents     TEXT NOT NULL,             -- the table of contents as pasted
    reference    INTEGER NOT NULL,
    stage        TEXT NOT NULL,
    chapter_id   INTEGER,                   -- the one that is being read
    who          TEXT NOT NULL DEFAULT '',  -- what the preface says
    about        TEXT NOT NULL DEFAULT '',
    how          TEXT NOT NULL DEFAULT '',
    stop_at      TEXT NOT NULL DEFAULT '',
    gone_on      INTEGER NOT NULL DEFAULT 0,
    started_utc  REAL NOT NULL,
    updated_utc  REAL NOT NULL,
    finished_utc REAL,
    removed_utc  REAL,
    cover_job_id INTEGER,
    UNIQUE (owner_id, id)
) STRICT;
CREATE INDEX books_by_time ON books (owner_id, updated_utc);
CREATE TABLE book_chapters (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id     INTEGER NOT NULL,
    book_id      INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    label        TEXT NOT NULL,
    title        TEXT NOT NULL,
    page         INTEGER,
    part         TEXT NOT NULL,
    headings     TEXT NOT NULL,             -- JSON: [[title, page or null], …]
    step         TEXT NOT NULL DEFAULT 'scan',
    again        INTEGER NOT NULL DEFAULT 0,
    note_id      INTEGER,
    finished_utc REAL,
    split_of     INTEGER,                   -- the chapter whose part it is
    UNIQUE (owner_id, id),
    FOREIGN KEY (owner_id, book_id) REFERENCES books (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX book_chapters_by_book ON book_chapters (owner_id, book_id, position);
CREATE INDEX book_chapters_by_note ON book_chapters (owner_id, note_id) WHERE note_id IS NOT NULL;
CREATE TABLE book_questions (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id     INTEGER NOT NULL,
    book_id      INTEGER NOT NULL,
    chapter_id   INTEGER,                   -- where it was asked
    text         TEXT NOT NULL,
    answer       TEXT NOT NULL DEFAULT '',
    answered_in  INTEGER,
    asked_utc    REAL NOT NULL,
    answered_utc REAL,
    UNIQUE (owner_id, id),
    FOREIGN KEY (owner_id, book_id) REFERENCES books (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX book_questions_by_book ON book_questions (owner_id, book_id);
-- A term with an empty meaning was proposed and not wanted.
CREATE TABLE book_terms (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL,
    book_id  INTEGER NOT NULL,
    term     TEXT NOT NULL,
    folded   TEXT NOT NULL,
    meaning  TEXT NOT NULL,
    UNIQUE (owner_id, id),
    UNIQUE (owner_id, book_id, folded),
    FOREIGN KEY (owner_id, book_id) REFERENCES books (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE TABLE book_places (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL,
    book_id  INTEGER NOT NULL,
    topic    TEXT NOT NULL,
    place    TEXT NOT NULL,
    UNIQUE (owner_id, id),
    FOREIGN KEY (owner_id, book_id) REFERENCES books (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX book_places_by_book ON book_places (owner_id, book_id);
-- A note that is removed for good is not a chapter's any more.
CREATE TRIGGER book_chapters_lose_note AFTER DELETE ON notes BEGIN
    UPDATE book_chapters SET note_id = NULL WHERE owner_id = old.owner_id AND note_id = old.id;
END;
-- What the search's book: reads.
DROP VIEW book_notes;
CREATE VIEW book_notes AS SELECT c.owner_id, c.note_id, b.folded AS book FROM book_chapters c
    JOIN books b ON b.owner_id = c.owner_id AND b.id = c.book_id
    WHERE c.note_id IS NOT NULL AND b.removed_utc IS NULL;
PRAGMA user_version = 12;
COMMIT;
