-- When, how much, who is tied to whom, and how it is put. Nothing made these layers so far, so
-- their tables are made anew, with what the record has gained.

DROP VIEW times_in_words;
DROP VIEW figures_in_words;
DROP VIEW ties_in_words;
DROP VIEW events_in_words;
DROP VIEW wording_in_words;
DROP TABLE times;
DROP TABLE figures;
DROP TABLE ties;
DROP TABLE events;
DROP TABLE wording;

CREATE TABLE times (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    mod TEXT,
    anchor TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE figures (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    low REAL,
    high REAL,
    kind TEXT NOT NULL,
    unit TEXT,
    counted_start INTEGER,
    counted_stop INTEGER,
    verb_start INTEGER,
    verb_stop INTEGER,
    bound TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE ties (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    object TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    negated INTEGER NOT NULL,
    hedged INTEGER NOT NULL,
    amount REAL,
    unit TEXT,
    "when" TEXT,
    claimed_by TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE events (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    negated INTEGER NOT NULL,
    who TEXT NOT NULL,
    "where" TEXT,
    "when" TEXT,
    figures TEXT NOT NULL,
    figures_words TEXT NOT NULL,
    claimed_by TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE wording (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    of TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX wording_by_kind ON wording (kind, article);

-- Made of the layers when a reading is stored, for questions across articles.

-- The days of an event whose date is told: 2022-01 is from 2022-01-01 to 2022-01-31.
CREATE TABLE event_days (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL, -- of the event
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX event_days_by_first ON event_days (first, last, article, n);

-- What a figure counts and what was done to it, in the form that is searched; who claims it.
CREATE TABLE figure_words (
    row INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL, -- of the figure
    counted TEXT NOT NULL,
    verb TEXT NOT NULL,
    claimed_by TEXT, -- an attribution's id
    UNIQUE (article, n)
);
CREATE INDEX figure_words_by_words ON figure_words (counted, verb, article);

CREATE VIRTUAL TABLE figure_search USING fts5 (
    counted, verb,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE VIEW times_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words
FROM times AS layer JOIN texts USING (article);

CREATE VIEW figures_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words,
    substr(text, counted_start + 1, counted_stop - counted_start) AS counted,
    substr(text, verb_start + 1, verb_stop - verb_start) AS verb
FROM figures AS layer JOIN texts USING (article);

CREATE VIEW ties_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words
FROM ties AS layer JOIN texts USING (article);

CREATE VIEW events_in_words AS
SELECT layer.*, substr(text, trigger_start + 1, trigger_stop - trigger_start) AS words
FROM events AS layer JOIN texts USING (article);

CREATE VIEW wording_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words
FROM wording AS layer JOIN texts USING (article);
