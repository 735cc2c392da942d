-- What a server's admins chose with /admin setup. NULL: nothing, so the operator's settings and the models' own count.
BEGIN;
CREATE TABLE servers (
    guild_id   INTEGER PRIMARY KEY,
    negative   TEXT NOT NULL DEFAULT '',
    size       TEXT,
    steps      INTEGER,
    count      INTEGER,
    waiting    INTEGER,
    daily_cost REAL
) STRICT;
CREATE TABLE role_limits (
    guild_id   INTEGER NOT NULL,
    role_id    INTEGER NOT NULL,
    waiting    INTEGER,
    daily_cost REAL,
    PRIMARY KEY (guild_id, role_id)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 5;
COMMIT;
