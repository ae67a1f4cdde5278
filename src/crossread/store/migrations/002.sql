-- Who is who: why a mention is of its entity, what people decided, and the identities made last.

ALTER TABLE mentions ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- What people decided. A row is never changed or taken out: another withdraws it.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY, -- from 1, in the order they were made
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'rename', 'withdraw')),
    one TEXT, -- a name
    one_type TEXT,
    one_articles TEXT NOT NULL, -- JSON list; empty: wherever the name stands
    other TEXT,
    other_type TEXT,
    other_articles TEXT NOT NULL,
    name TEXT, -- under which one is shown, where the verdict is rename
    withdrawn INTEGER REFERENCES judgements (number),
    who TEXT NOT NULL,
    "when" TEXT NOT NULL
);
CREATE TRIGGER judgements_are_not_changed BEFORE UPDATE ON judgements BEGIN
    SELECT raise(ABORT, 'a judgement is never changed: withdraw it');
END;
CREATE TRIGGER judgements_are_not_deleted BEFORE DELETE ON judgements BEGIN
    SELECT raise(ABORT, 'a judgement is never deleted: withdraw it');
END;
CREATE TRIGGER judgements_are_not_replaced BEFORE INSERT ON judgements
WHEN EXISTS (SELECT 1 FROM judgements WHERE number = NEW.number) BEGIN
    SELECT raise(ABORT, 'a judgement is never replaced: withdraw it');
END;

-- One row. The identities are those of the case as long as `made_of` is `changed`.
CREATE TABLE freshness (
    changed INTEGER NOT NULL, -- how often readings or judgements have changed
    made_of INTEGER, -- what `changed` was when the identities were made
    made_by TEXT -- the version of what made them
);
INSERT INTO freshness VALUES (0, NULL, NULL);

-- The identities made last. They can always be made anew, and are when they are asked for.

CREATE TABLE identities (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL
);

CREATE TABLE members (
    identity TEXT NOT NULL,
    n INTEGER NOT NULL,
    article TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (identity, n)
) WITHOUT ROWID;
CREATE INDEX members_by_entity ON members (article, entity);

CREATE TABLE identity_names (
    identity TEXT NOT NULL,
    n INTEGER NOT NULL,
    name TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    outlets TEXT NOT NULL, -- JSON [[outlet, mentions], …]; "" where none is stated
    PRIMARY KEY (identity, n)
) WITHOUT ROWID;

CREATE TABLE identity_roles (
    identity TEXT NOT NULL,
    n INTEGER NOT NULL,
    role TEXT NOT NULL,
    articles INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    outlets TEXT NOT NULL, -- JSON list
    PRIMARY KEY (identity, n)
) WITHOUT ROWID;

CREATE TABLE joins (
    identity TEXT NOT NULL,
    n INTEGER NOT NULL,
    one_article TEXT NOT NULL,
    one_entity TEXT NOT NULL,
    other_article TEXT NOT NULL,
    other_entity TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (identity, n)
) WITHOUT ROWID;

CREATE TABLE suggestions (
    n INTEGER PRIMARY KEY,
    one TEXT NOT NULL, -- identities
    other TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL
);

-- Each row has all the names of one identity, as they are written and as they sound, so that a
-- name in one script finds the other.
CREATE VIRTUAL TABLE identity_search USING fts5(
    names, spelling,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
