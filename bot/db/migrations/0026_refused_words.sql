-- Words and phrases that a server's admins refuse in prompts, as they typed them.
BEGIN;
CREATE TABLE refused_words (
    guild_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    phrase   TEXT NOT NULL,
    PRIMARY KEY (guild_id, position)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = 26;
COMMIT;
