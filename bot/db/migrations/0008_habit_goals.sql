-- What came later to habits: a description (Loop Habit Tracker's files have one), goals, challenges with others, and
-- who wants a review on Sundays (an alarm of the kind 'review').
BEGIN;
ALTER TABLE habits ADD COLUMN description TEXT NOT NULL DEFAULT '';
CREATE TABLE habit_goals (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    habit_id INTEGER NOT NULL REFERENCES habits (id) ON DELETE CASCADE,
    span     TEXT NOT NULL CHECK (span IN ('week', 'month', 'year')),
    amount   REAL NOT NULL,
    UNIQUE (habit_id, span)
) STRICT;
CREATE TABLE challenges (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    guild_id    INTEGER,
    channel_id  INTEGER NOT NULL,
    message_id  INTEGER,
    user_id     INTEGER NOT NULL,           -- who began it
    title       TEXT NOT NULL,
    first_day   TEXT NOT NULL,
    last_day    TEXT NOT NULL
) STRICT;
CREATE TABLE challengers (
    challenge_id INTEGER NOT NULL REFERENCES challenges (id) ON DELETE CASCADE,
    user_id      INTEGER NOT NULL,
    habit_id     INTEGER NOT NULL REFERENCES habits (id) ON DELETE CASCADE,
    PRIMARY KEY (challenge_id, user_id)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 8;
COMMIT;
