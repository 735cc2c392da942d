-- Summaries: jobs while they are made, and afterwards what they say with the hash of what they summarise. Whether one is
-- stale is seen by comparing; a summary of a note that is removed for good goes with it.
BEGIN;
CREATE TABLE summaries (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id  INTEGER NOT NULL,
    about     TEXT NOT NULL,                -- note, tag, search, book or week
    subject   TEXT NOT NULL,                -- the note's id, the tag, the search, the book's id, the week's first day
    method    TEXT NOT NULL,                -- extract, local or endpoint
    state     TEXT NOT NULL DEFAULT 'waiting',
    attempts  INTEGER NOT NULL DEFAULT 0,
    made_by   TEXT NOT NULL DEFAULT '',
    error     TEXT NOT NULL DEFAULT '',
    hash      TEXT NOT NULL DEFAULT '',     -- sha256 over its sources
    asked_utc REAL NOT NULL,
    made_utc  REAL,
    UNIQUE (owner_id, id)
) STRICT;
CREATE INDEX summaries_by_subject ON summaries (owner_id, about, subject, id);
CREATE INDEX summaries_open ON summaries (id) WHERE state IN ('waiting', 'running');
CREATE TABLE summary_lines (
    owner_id   INTEGER NOT NULL,
    summary_id INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    text       TEXT NOT NULL,
    note_id    INTEGER,                     -- where the sentence is from, if from one note
    PRIMARY KEY (summary_id, position),
    FOREIGN KEY (owner_id, summary_id) REFERENCES summaries (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE summary_sources (
    owner_id   INTEGER NOT NULL,
    summary_id INTEGER NOT NULL,
    note_id    INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    PRIMARY KEY (summary_id, note_id),
    FOREIGN KEY (owner_id, summary_id) REFERENCES summaries (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX summary_sources_by_note ON summary_sources (note_id);
CREATE TRIGGER summaries_lose_note AFTER DELETE ON notes BEGIN
    DELETE FROM summaries WHERE owner_id = old.owner_id
        AND id IN (SELECT summary_id FROM summary_sources WHERE note_id = old.id);
END;
-- How a person wants their summaries made. agreed_to is the address that their notes may be sent to.
CREATE TABLE summary_choices (
    owner_id  INTEGER PRIMARY KEY,
    method    TEXT NOT NULL,
    agreed_to TEXT NOT NULL DEFAULT ''
) STRICT;
-- What the search's has:summary reads.
DROP VIEW summarised_notes;
CREATE VIEW summarised_notes AS SELECT owner_id, CAST(subject AS INTEGER) AS note_id FROM summaries
    WHERE about = 'note' AND state = 'ready';
PRAGMA user_version = 14;
COMMIT;
