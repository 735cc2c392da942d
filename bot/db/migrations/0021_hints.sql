-- Which hints a person has been given: each is said once.
BEGIN;
CREATE TABLE hints (
    user_id INTEGER NOT NULL,
    hint TEXT NOT NULL,
    told_utc REAL NOT NULL,
    PRIMARY KEY (user_id, hint)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 21;
COMMIT;
