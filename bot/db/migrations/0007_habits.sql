-- Habits. Check-ins are immutable events with their local day; taking one back is an event too. Streaks are derived
-- from them and kept here only so that a list is quick: they can be rebuilt at any time.
BEGIN;
CREATE TABLE habits (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id     INTEGER NOT NULL,
    name        TEXT NOT NULL,
    measure     TEXT NOT NULL,
    schedule    TEXT NOT NULL,              -- bot.habits.model.Schedule.to_text
    target      REAL NOT NULL,
    at_most     INTEGER NOT NULL DEFAULT 0,
    unit        TEXT NOT NULL DEFAULT '',
    area        TEXT NOT NULL,
    question    TEXT NOT NULL DEFAULT '',
    colour      TEXT NOT NULL,
    emoji       TEXT NOT NULL DEFAULT '',
    tag         TEXT NOT NULL DEFAULT '',   -- a note with this tag counts as a check-in
    position    INTEGER NOT NULL DEFAULT 0,
    created     TEXT NOT NULL,              -- local day
    created_utc REAL NOT NULL,
    archived    INTEGER NOT NULL DEFAULT 0,
    deleted_utc REAL
) STRICT;
CREATE INDEX habits_by_user ON habits (user_id, position, id);
CREATE TABLE habit_events (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    habit_id INTEGER NOT NULL REFERENCES habits (id) ON DELETE CASCADE,
    day      TEXT NOT NULL,
    at_utc   REAL NOT NULL,
    mark     TEXT NOT NULL CHECK (mark IN ('entry', 'no', 'skip', 'void')),
    value    REAL NOT NULL DEFAULT 0,
    quality  INTEGER,
    feeling  TEXT NOT NULL DEFAULT '',
    remark   TEXT NOT NULL DEFAULT '',
    voids    INTEGER,
    source   TEXT NOT NULL DEFAULT '',
    key      TEXT UNIQUE                    -- where it came from, so that it comes once
) STRICT;
CREATE INDEX habit_events_by_habit ON habit_events (habit_id, day);
CREATE TABLE habit_pauses (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    habit_id INTEGER NOT NULL REFERENCES habits (id) ON DELETE CASCADE,
    since    TEXT NOT NULL,
    until    TEXT
) STRICT;
CREATE INDEX habit_pauses_by_habit ON habit_pauses (habit_id);
CREATE TABLE habit_timers (
    habit_id    INTEGER PRIMARY KEY REFERENCES habits (id) ON DELETE CASCADE,
    started_utc REAL NOT NULL
) STRICT;
CREATE TABLE habit_streaks (
    habit_id INTEGER PRIMARY KEY REFERENCES habits (id) ON DELETE CASCADE,
    as_of    TEXT NOT NULL,                 -- local day
    current  INTEGER NOT NULL,
    best     INTEGER NOT NULL,
    freezes  INTEGER NOT NULL,
    since    TEXT,
    strength REAL NOT NULL
) STRICT;
CREATE TABLE travel (                       -- days that a change of time zone cut short
    user_id INTEGER NOT NULL,
    day     TEXT NOT NULL,
    PRIMARY KEY (user_id, day)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 7;
COMMIT;
