-- What the safety check said of each picture, and what was to become of flagged ones where they were asked for. The file
-- of a withheld picture is not kept; its share of the cost is given back.
BEGIN;
ALTER TABLE servers ADD COLUMN flagged TEXT CHECK (flagged IN ('show', 'spoiler', 'withhold'));
ALTER TABLE servers ADD COLUMN flagged_restricted TEXT CHECK (flagged_restricted IN ('show', 'spoiler', 'withhold'));
CREATE TABLE role_flagged (
    guild_id INTEGER NOT NULL,
    role_id  INTEGER NOT NULL,
    showing  TEXT NOT NULL CHECK (showing IN ('show', 'spoiler', 'withhold')),
    PRIMARY KEY (guild_id, role_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE addresses ADD COLUMN showing TEXT NOT NULL DEFAULT 'show'
    CHECK (showing IN ('show', 'spoiler', 'withhold'));
ALTER TABLE pictures ADD COLUMN flagged INTEGER; -- NULL: not checked
CREATE TABLE withheld (
    job_id   INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;
ALTER TABLE jobs ADD COLUMN refunded REAL NOT NULL DEFAULT 0; -- the share of its cost that was given back
PRAGMA user_version = 27;
COMMIT;
