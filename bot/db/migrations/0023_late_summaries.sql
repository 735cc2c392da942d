-- Summaries that somebody waits for: 1 while a message of theirs shows the progress, 2 when it is to be brought by direct
-- message, since it took longer than such a message can be changed, or the bot has ended meanwhile.
BEGIN;
ALTER TABLE summaries ADD COLUMN bring INTEGER NOT NULL DEFAULT 0;
CREATE INDEX summaries_to_bring ON summaries (id) WHERE bring > 0;
PRAGMA user_version = 23;
COMMIT;
