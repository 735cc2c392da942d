-- The notebook. Every table names its owner, and what belongs to a note points to it together with its owner, so that
-- nothing of one person's can hang on another's. Facts: notes, their versions, files and the messages they came from.
-- Derived, and rebuilt from these: note_tags, note_links, note_tasks, note_texts and its index note_words.
BEGIN;
CREATE TABLE notes (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id     INTEGER NOT NULL,
    version      INTEGER NOT NULL,          -- the current one
    title        TEXT NOT NULL,             -- read out of the current version
    notebook     TEXT NOT NULL DEFAULT '',
    mood         TEXT NOT NULL DEFAULT '',
    source       TEXT NOT NULL DEFAULT '',
    created_utc  REAL NOT NULL,
    updated_utc  REAL NOT NULL,
    pinned       INTEGER NOT NULL DEFAULT 0,
    archived     INTEGER NOT NULL DEFAULT 0,
    trashed_utc  REAL,
    UNIQUE (owner_id, id)
) STRICT;
CREATE INDEX notes_by_time ON notes (owner_id, updated_utc);
CREATE INDEX notes_in_trash ON notes (trashed_utc) WHERE trashed_utc IS NOT NULL;
CREATE TABLE note_versions (
    owner_id INTEGER NOT NULL,
    note_id  INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    body     TEXT NOT NULL,
    why      TEXT NOT NULL,
    made_utc REAL NOT NULL,
    PRIMARY KEY (note_id, number),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT;
-- A file belongs to the versions from added_version on, until removed_version (not included).
CREATE TABLE note_files (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id         INTEGER NOT NULL,
    note_id          INTEGER NOT NULL,
    message_id       INTEGER,
    sha256           TEXT NOT NULL,
    suffix           TEXT NOT NULL,
    name             TEXT NOT NULL,
    size             INTEGER NOT NULL,
    kind             TEXT NOT NULL,
    media_type       TEXT NOT NULL,
    duration_seconds REAL,
    added_version    INTEGER NOT NULL,
    removed_version  INTEGER,
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX note_files_by_note ON note_files (note_id);
CREATE INDEX note_files_by_owner ON note_files (owner_id, sha256);
CREATE INDEX note_files_by_hash ON note_files (sha256);
-- What was read in a picture or heard in a recording; start_seconds is null for pictures.
CREATE TABLE note_file_texts (
    owner_id      INTEGER NOT NULL,
    sha256        TEXT NOT NULL,
    position      INTEGER NOT NULL,
    start_seconds REAL,
    text          TEXT NOT NULL,
    PRIMARY KEY (owner_id, sha256, position)
) STRICT, WITHOUT ROWID;
-- One message never makes two notes. note_id is null for messages that were no note.
CREATE TABLE note_messages (
    owner_id   INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    channel_id INTEGER,
    note_id    INTEGER,
    text       TEXT NOT NULL,               -- its part of the note as captured, to find it again when it is edited
    sent_utc   REAL NOT NULL,
    PRIMARY KEY (owner_id, message_id),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX note_messages_by_note ON note_messages (note_id);
CREATE INDEX note_messages_by_channel ON note_messages (owner_id, channel_id, message_id);
CREATE TABLE note_previews (
    owner_id    INTEGER NOT NULL,
    note_id     INTEGER NOT NULL,
    url         TEXT NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (note_id, url),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Messages of the bot's that show a note: a reply to one is an addition.
CREATE TABLE note_cards (
    owner_id   INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    note_id    INTEGER NOT NULL,
    PRIMARY KEY (owner_id, message_id),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Direct message channels, which Discord does not list: all up to the cursor has been dealt with.
CREATE TABLE dm_channels (
    channel_id INTEGER PRIMARY KEY,
    owner_id   INTEGER NOT NULL,
    cursor     INTEGER NOT NULL
) STRICT;
CREATE TABLE note_tags (
    owner_id INTEGER NOT NULL,
    note_id  INTEGER NOT NULL,
    tag      TEXT NOT NULL,
    PRIMARY KEY (note_id, tag),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tags_by_tag ON note_tags (owner_id, tag);
CREATE TABLE note_links (
    owner_id INTEGER NOT NULL,
    note_id  INTEGER NOT NULL,
    target   TEXT NOT NULL,                 -- a title, folded as titles are compared
    title    TEXT NOT NULL,                 -- as written
    relation TEXT NOT NULL,
    PRIMARY KEY (note_id, target, relation),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_by_target ON note_links (owner_id, target);
CREATE TABLE note_tasks (
    owner_id INTEGER NOT NULL,
    note_id  INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    text     TEXT NOT NULL,
    done     INTEGER NOT NULL,
    due      TEXT,                          -- YYYY-MM-DD
    PRIMARY KEY (note_id, line),
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tasks_open ON note_tasks (owner_id, due) WHERE done = 0;
CREATE TABLE note_texts (
    note_id  INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL,
    title    TEXT NOT NULL,
    folded   TEXT NOT NULL,                 -- the title as titles are compared
    body     TEXT NOT NULL,
    pictures TEXT NOT NULL,
    speech   TEXT NOT NULL,
    names    TEXT NOT NULL,                 -- file names and what link previews say
    FOREIGN KEY (owner_id, note_id) REFERENCES notes (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX note_texts_by_title ON note_texts (owner_id, folded);
CREATE VIRTUAL TABLE note_words USING fts5 (
    title, body, pictures, speech, names,
    content = 'note_texts', content_rowid = 'note_id', tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER note_texts_in AFTER INSERT ON note_texts BEGIN
    INSERT INTO note_words (rowid, title, body, pictures, speech, names)
    VALUES (new.note_id, new.title, new.body, new.pictures, new.speech, new.names);
END;
CREATE TRIGGER note_texts_out AFTER DELETE ON note_texts BEGIN
    INSERT INTO note_words (note_words, rowid, title, body, pictures, speech, names)
    VALUES ('delete', old.note_id, old.title, old.body, old.pictures, old.speech, old.names);
END;
CREATE TRIGGER note_texts_changed AFTER UPDATE ON note_texts BEGIN
    INSERT INTO note_words (note_words, rowid, title, body, pictures, speech, names)
    VALUES ('delete', old.note_id, old.title, old.body, old.pictures, old.speech, old.names);
    INSERT INTO note_words (rowid, title, body, pictures, speech, names)
    VALUES (new.note_id, new.title, new.body, new.pictures, new.speech, new.names);
END;
PRAGMA user_version = 6;
COMMIT;
