-- Who is blocked (guild_id 0: everywhere), what moderators and the rules did, and which pictures they removed: the row
-- of a removed picture stays, its file does not.
BEGIN;
CREATE TABLE blocks (
    user_id    INTEGER NOT NULL,
    guild_id   INTEGER NOT NULL,
    by_user_id INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    since_utc  REAL NOT NULL,
    PRIMARY KEY (user_id, guild_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_by_guild ON blocks (guild_id, since_utc);
CREATE TABLE audit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at_utc     REAL NOT NULL,
    action     TEXT NOT NULL,
    guild_id   INTEGER, -- NULL: everywhere, or a direct message
    actor_id   INTEGER, -- NULL: the bot, by its rules
    subject_id INTEGER,
    job_id     INTEGER,
    detail     TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_guild ON audit (guild_id, id);
CREATE INDEX audit_by_time ON audit (at_utc);
ALTER TABLE pictures ADD COLUMN removed_utc REAL;
PRAGMA user_version = 25;
COMMIT;
