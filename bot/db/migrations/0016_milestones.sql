-- Milestones that were reached: each is said once, with a card that can be looked at again, and drawn on.
BEGIN;
CREATE TABLE habit_milestones (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    habit_id    INTEGER NOT NULL REFERENCES habits (id) ON DELETE CASCADE,
    count       INTEGER NOT NULL,
    span        TEXT NOT NULL,              -- the count in words, as it was then: '7 weeks'
    first       TEXT NOT NULL,              -- local days: of the streak's begin, and of reaching it
    last        TEXT NOT NULL,
    reached_utc REAL NOT NULL,
    shown       INTEGER NOT NULL DEFAULT 0,
    job_id      INTEGER REFERENCES jobs (id) ON DELETE SET NULL, -- whose picture is on the card
    UNIQUE (habit_id, first, count)
) STRICT;
PRAGMA user_version = 16;
COMMIT;
