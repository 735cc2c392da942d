-- Spaced repetition (FSRS): a card for each thing to be remembered, what was answered, and the daily limit. What a card
-- asks is read from its subject when it is shown.
BEGIN;
CREATE TABLE review_cards (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id   INTEGER NOT NULL,
    kind       TEXT NOT NULL,               -- note, chapter, term or question
    subject_id INTEGER NOT NULL,
    state      INTEGER NOT NULL DEFAULT 1,  -- fsrs: 1 learning, 2 review, 3 relearning
    step       INTEGER,
    stability  REAL,
    difficulty REAL,
    due_utc    REAL NOT NULL,
    last_utc   REAL,
    answers    INTEGER NOT NULL DEFAULT 0,
    left_out   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (owner_id, id),
    UNIQUE (owner_id, kind, subject_id)
) STRICT;
CREATE INDEX review_cards_due ON review_cards (owner_id, due_utc) WHERE NOT left_out;
CREATE TABLE review_answers (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL,
    card_id  INTEGER NOT NULL,
    rating   INTEGER NOT NULL,              -- 1 again, 2 hard, 3 good, 4 easy
    at_utc   REAL NOT NULL,
    day      TEXT NOT NULL,                 -- the person's, YYYY-MM-DD
    before   TEXT NOT NULL,                 -- the card as it was, JSON: an undo puts it back
    FOREIGN KEY (owner_id, card_id) REFERENCES review_cards (owner_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX review_answers_by_day ON review_answers (owner_id, day);
CREATE TABLE review_limits (
    owner_id INTEGER PRIMARY KEY,
    daily    INTEGER NOT NULL
) STRICT;
CREATE TRIGGER review_cards_lose_note AFTER DELETE ON notes BEGIN
    DELETE FROM review_cards WHERE owner_id = old.owner_id AND kind = 'note' AND subject_id = old.id;
END;
PRAGMA user_version = 13;
COMMIT;
