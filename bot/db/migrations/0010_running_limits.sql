-- How many requests one person may have running at once: by server, by role, and as it stood when a job was asked for.
BEGIN;
ALTER TABLE servers ADD COLUMN running INTEGER;
ALTER TABLE role_limits ADD COLUMN running INTEGER;
ALTER TABLE jobs ADD COLUMN most_running INTEGER;
PRAGMA user_version = 10;
COMMIT;
