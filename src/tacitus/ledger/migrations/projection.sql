-- What is worked out from the log, and can be worked out again at any time (tacitus rebuild): docs/ledger.md explains it.
-- Moments are UTC text of 27 characters (tacitus.ledger.clock), days are ISO 8601 text, offsets are code points of the
-- text, [start, end). Common to SQLite and PostgreSQL.

CREATE TABLE run (
    key INTEGER PRIMARY KEY,
    reader TEXT NOT NULL,
    inputs TEXT NOT NULL, -- a JSON list
    started TEXT NOT NULL
);

CREATE TABLE run_end (
    run INTEGER PRIMARY KEY,
    ended TEXT NOT NULL
);

CREATE TABLE reading (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    entry INTEGER NOT NULL, -- number of the entry of the log that holds it
    sealed TEXT NOT NULL, -- id of the key that seals it
    raw TEXT, -- address of the raw bytes
    recorded TEXT NOT NULL, -- when it was first entered
    sha256 TEXT NOT NULL, -- of the raw bytes
    title TEXT,
    published TEXT,
    author TEXT,
    outlet TEXT,
    outlet_key TEXT, -- folded (tacitus.resolve.fold)
    url TEXT,
    language TEXT,
    reader TEXT NOT NULL,
    entities INTEGER NOT NULL, -- how many
    claims INTEGER NOT NULL
);
CREATE INDEX reading_document ON reading (document);
CREATE INDEX reading_published ON reading (published);
CREATE INDEX reading_outlet ON reading (outlet_key);

-- When a reading was entered, or a document retracted (then `reading` is empty). The last one counts.
CREATE TABLE recording (
    document TEXT NOT NULL,
    recorded TEXT NOT NULL,
    reading TEXT NOT NULL,
    run INTEGER,
    PRIMARY KEY (document, recorded, reading)
) WITHOUT ROWID;
CREATE INDEX recording_reading ON recording (reading, recorded);
CREATE INDEX recording_run ON recording (run);

CREATE TABLE entity (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL, -- local to the reading
    data TEXT NOT NULL, -- JSON (tacitus.ledger.claim_json)
    UNIQUE (reading, id)
);

-- Folded names of entities.
CREATE TABLE name (
    key TEXT NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (key, entity)
) WITHOUT ROWID;

CREATE TABLE claim (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    day TEXT, -- first day of its time, else the last one; null when open on both sides or unknown
    low TEXT, -- first day that it may touch: of its time (open: 0001-01-01), else the day of publication, else null
    high TEXT, -- last day likewise (open: 9999-12-31)
    place INTEGER NOT NULL, -- where its first evidence starts
    certainty TEXT NOT NULL,
    confidence REAL,
    is_quoted INTEGER NOT NULL, -- whether somebody besides the document says so
    data TEXT NOT NULL -- JSON: the claim, its entities, its quotes
);
CREATE INDEX claim_reading ON claim (reading);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_type ON claim (type, low);
CREATE INDEX claim_low ON claim (low, high);

-- Whom a claim speaks of, and who says it (`speaks`).
CREATE TABLE party (
    entity INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    speaks INTEGER NOT NULL,
    PRIMARY KEY (entity, claim, speaks)
) WITHOUT ROWID;

-- What is searched as one piece: the quotes of a claim, or a paragraph of a text. Keys grow with the log; within one
-- reading they fall with the place in the text, so that the greatest key is what stands first in what was entered last.
CREATE TABLE piece (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    claim INTEGER, -- null for a paragraph
    first INTEGER NOT NULL, -- where a paragraph starts and ends
    last INTEGER NOT NULL
);
CREATE INDEX piece_reading ON piece (reading);

CREATE TABLE problem (
    key INTEGER PRIMARY KEY,
    run INTEGER,
    reading TEXT, -- null when nothing could be read
    seq INTEGER NOT NULL,
    recorded TEXT NOT NULL,
    place TEXT NOT NULL,
    step TEXT NOT NULL,
    message TEXT NOT NULL,
    advice TEXT NOT NULL
);
CREATE INDEX problem_reading ON problem (reading);

-- What one version of resolution made of one reading; a newer version adds rows beside it.
CREATE TABLE resolved (
    key INTEGER PRIMARY KEY,
    reading TEXT NOT NULL,
    version TEXT NOT NULL, -- names and versions of the steps
    recorded TEXT NOT NULL,
    UNIQUE (reading, version)
);
CREATE INDEX resolved_latest ON resolved (reading, recorded, version);

-- A named entity of the reading, and the keys by which judgements name it.
CREATE TABLE record (
    resolved INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (resolved, seq)
) WITHOUT ROWID;

CREATE TABLE record_key (
    key TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, resolved, seq)
) WITHOUT ROWID;

-- What the document tells of one happening.
CREATE TABLE happening (
    resolved INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (resolved, seq)
) WITHOUT ROWID;

CREATE TABLE judgement (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sealed TEXT NOT NULL,
    recorded TEXT NOT NULL,
    verdict TEXT NOT NULL,
    data TEXT NOT NULL -- JSON (tacitus.ledger.changes)
);
CREATE INDEX judgement_verdict ON judgement (verdict);

CREATE TABLE judged (
    subject TEXT NOT NULL,
    judgement INTEGER NOT NULL,
    PRIMARY KEY (subject, judgement)
) WITHOUT ROWID;

-- A list of aliases that somebody brought, as JSON.
CREATE TABLE alias_list (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sealed TEXT NOT NULL,
    recorded TEXT NOT NULL,
    data TEXT NOT NULL
);

-- Keys that entries of the log say to have been destroyed, and hashes of raw bytes that are not taken in again.
CREATE TABLE redacted_key (
    key TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE barred (
    sha256 TEXT PRIMARY KEY
) WITHOUT ROWID;
