-- The reminders of a habit in the archive rest as those of a deleted one do: they do not count until it is back.
BEGIN;
UPDATE alarms SET resting = 1, next_utc = NULL WHERE kind = 'habit' AND (next_utc IS NOT NULL OR muted)
    AND subject_id IN (SELECT id FROM habits WHERE archived);
PRAGMA user_version = 24;
COMMIT;
