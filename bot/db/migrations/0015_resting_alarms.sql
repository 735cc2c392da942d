-- The reminders of a deleted habit rest: they neither come nor count until it is brought back, and go when it goes.
BEGIN;
ALTER TABLE alarms ADD COLUMN resting INTEGER NOT NULL DEFAULT 0;
UPDATE alarms SET resting = 1, next_utc = NULL WHERE kind = 'habit' AND next_utc IS NOT NULL
    AND subject_id IN (SELECT id FROM habits WHERE deleted_utc IS NOT NULL);
DELETE FROM alarms WHERE kind = 'habit' AND subject_id NOT IN (SELECT id FROM habits);
PRAGMA user_version = 15;
COMMIT;
