-- People's clocks, and the one clock of the bot: what recurs (alarms) and what of it was or is to be told
-- (occurrences). An occurrence is claimed with its alarm's next time in one transaction, sent, then committed as sent:
-- the key (alarm_id, due_utc) makes each come once.
BEGIN;
CREATE TABLE people (
    user_id    INTEGER PRIMARY KEY,
    zone       TEXT,                        -- IANA name; NULL: never chosen, UTC is used
    day_start  INTEGER NOT NULL DEFAULT 180, -- minutes after midnight at which a new day begins
    quiet_from INTEGER,                     -- minutes after midnight; both NULL: no quiet hours
    quiet_to   INTEGER
) STRICT;
CREATE TABLE alarms (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    subject_id  INTEGER,                    -- what it is about, for its kind: a habit
    text        TEXT NOT NULL,
    link        TEXT,                       -- of the message that it is about
    guild_id    INTEGER,
    channel_id  INTEGER,                    -- NULL: by direct message
    zone        TEXT NOT NULL,
    start_local TEXT NOT NULL,              -- wall time, ISO 8601 without offset
    rrule       TEXT NOT NULL,              -- empty: once
    next_utc    REAL,                       -- NULL: nothing is to come
    muted       INTEGER NOT NULL DEFAULT 0,
    created_utc REAL NOT NULL
) STRICT;
CREATE INDEX alarms_due ON alarms (next_utc) WHERE next_utc IS NOT NULL;
CREATE INDEX alarms_by_user ON alarms (user_id, id);
CREATE INDEX alarms_by_subject ON alarms (kind, subject_id);
CREATE TABLE occurrences (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    alarm_id     INTEGER NOT NULL REFERENCES alarms (id) ON DELETE CASCADE,
    user_id      INTEGER NOT NULL,
    due_utc      REAL NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'kept', 'answered', 'dropped')),
    send_utc     REAL NOT NULL,             -- when to send it, or try again
    attempts     INTEGER NOT NULL DEFAULT 0,
    tellings     INTEGER NOT NULL DEFAULT 0, -- more than one without a snooze: a message may have come twice
    snoozes      INTEGER NOT NULL DEFAULT 0,
    answer       TEXT,
    answered_utc REAL,
    sent_utc     REAL,
    channel_id   INTEGER,
    message_id   INTEGER,
    UNIQUE (alarm_id, due_utc)
) STRICT;
CREATE INDEX occurrences_pending ON occurrences (send_utc) WHERE state = 'pending';
CREATE INDEX occurrences_kept ON occurrences (user_id) WHERE state = 'kept';
CREATE INDEX occurrences_by_message ON occurrences (message_id) WHERE message_id IS NOT NULL;
CREATE TABLE schedule_clock (              -- one row: a clock that was set back is noticed even across a restart
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    seen_utc REAL NOT NULL
) STRICT;
PRAGMA user_version = 3;
COMMIT;
