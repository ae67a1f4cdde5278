-- The first case file. Spans count code points of texts.text, half-open.
-- `row` only ties a row to its full-text index; it means nothing and may differ between two cases.

CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE, -- hash of content
    title TEXT,
    url TEXT,
    outlet TEXT,
    published TEXT, -- ISO 8601, as exact as the page
    authors TEXT NOT NULL, -- JSON list
    modified TEXT,
    language TEXT,
    media_type TEXT
);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_date ON articles (published);

-- Apart from the articles, since going through those is slow where the bodies lie between.
CREATE TABLE texts (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    layout TEXT NOT NULL -- what the markup says of the page's parts: JSON, deflated, in base64
);

-- Where each article was found. A file that changed keeps its row for the article it was.
CREATE TABLE files (
    path TEXT NOT NULL,
    place TEXT NOT NULL, -- "row 17" of a table; empty where the file is one article
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL, -- hash of the bytes
    collected TEXT, -- when it was first found there
    PRIMARY KEY (path, place, article)
) WITHOUT ROWID;
CREATE INDEX files_by_article ON files (article);

-- What could not be read when its file was last looked at.
CREATE TABLE failures (
    path TEXT NOT NULL,
    place TEXT NOT NULL,
    problem TEXT NOT NULL,
    happened TEXT NOT NULL,
    PRIMARY KEY (path, place, problem)
) WITHOUT ROWID;

-- Which recipe made the layers of an article.
CREATE TABLE readings (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    recipe TEXT NOT NULL,
    version TEXT NOT NULL
) WITHOUT ROWID;

-- The layers: one table each, its columns as in store/tables.py.

CREATE TABLE blocks (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    xpath TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE sentences (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE quotations (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    inner_start INTEGER NOT NULL,
    inner_stop INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    scare INTEGER NOT NULL,
    continues INTEGER NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE mentions (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    form TEXT NOT NULL,
    entity TEXT,
    score REAL,
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE entities (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    names TEXT NOT NULL,
    roles TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX entities_by_id ON entities (article, id);
CREATE INDEX entities_by_name ON entities (name);

CREATE TABLE attributions (
    row INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    content_words TEXT NOT NULL,
    cue TEXT NOT NULL,
    cue_words TEXT NOT NULL,
    source TEXT NOT NULL,
    source_words TEXT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    negated INTEGER NOT NULL,
    voice TEXT NOT NULL,
    speaker TEXT,
    venue TEXT NOT NULL,
    venue_words TEXT NOT NULL,
    inside TEXT,
    score REAL,
    rule TEXT NOT NULL,
    UNIQUE (article, n)
);

CREATE TABLE times (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
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
    unit TEXT,
    counted_start INTEGER,
    counted_stop INTEGER,
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
    rule TEXT NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- The words of single spans, for whoever looks into the file with another program.

CREATE VIEW quotations_in_words AS
SELECT layer.*, substr(text, inner_start + 1, inner_stop - inner_start) AS words
FROM quotations AS layer JOIN texts USING (article);

CREATE VIEW mentions_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words
FROM mentions AS layer JOIN texts USING (article);

CREATE VIEW times_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words
FROM times AS layer JOIN texts USING (article);

CREATE VIEW figures_in_words AS
SELECT layer.*, substr(text, span_start + 1, span_stop - span_start) AS words
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

-- Full text. The words are folded first (store/search.py), so the tokenizer only splits them;
-- the indexes keep no words of their own (content = ''), which halves their size.

CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE statement_search USING fts5 (
    content, source, speaker,
    content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
