-- Schema 1 of the ledger: docs/ledger.md explains it. Moments are UTC text of 27 characters (tacitus.ledger.clock), days
-- are ISO 8601 text, offsets are code points of the stored text, [span_start, span_end). Applied statement by statement
-- in one transaction by tacitus.ledger.schema; never edited once released: a change is a new numbered file.

CREATE TABLE run (
    key INTEGER PRIMARY KEY,
    reader TEXT NOT NULL,
    inputs TEXT NOT NULL, -- a JSON list
    started TEXT NOT NULL
);

CREATE TABLE run_end (
    run INTEGER PRIMARY KEY REFERENCES run (key),
    ended TEXT NOT NULL
);

CREATE TABLE document (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);

-- The stored text, once for all readings that share it.
CREATE TABLE content (
    key INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE, -- SHA-256 of the text in UTF-8
    text TEXT NOT NULL
);

CREATE TABLE reading (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id),
    content INTEGER NOT NULL REFERENCES content (key),
    sha256 TEXT NOT NULL, -- of the raw bytes
    title TEXT,
    published TEXT,
    published_at TEXT,
    author TEXT,
    outlet TEXT,
    outlet_key TEXT, -- folded (tacitus.ledger.fold)
    url TEXT,
    language TEXT,
    media_type TEXT NOT NULL,
    reader TEXT NOT NULL
);
CREATE INDEX reading_document ON reading (document);
CREATE INDEX reading_published ON reading (published);
CREATE INDEX reading_outlet ON reading (outlet_key);

-- When a reading was entered. A reading that becomes the latest again is entered again, without its content.
CREATE TABLE recording (
    key INTEGER PRIMARY KEY,
    reading TEXT NOT NULL REFERENCES reading (id),
    document TEXT NOT NULL REFERENCES document (id),
    recorded TEXT NOT NULL,
    run INTEGER REFERENCES run (key),
    UNIQUE (reading, recorded)
);
CREATE INDEX recording_latest ON recording (document, recorded, reading);
CREATE INDEX recording_run ON recording (run);

CREATE TABLE block (
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (reading, seq)
) WITHOUT ROWID;

CREATE TABLE link (
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    url TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (reading, seq)
) WITHOUT ROWID;

CREATE TABLE entity (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL, -- local to the reading
    type TEXT NOT NULL,
    UNIQUE (reading, id)
);

CREATE TABLE name (
    entity INTEGER NOT NULL REFERENCES entity (key),
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL, -- folded
    PRIMARY KEY (entity, seq)
) WITHOUT ROWID;
CREATE INDEX name_key ON name (key, entity);

CREATE TABLE mention (
    entity INTEGER NOT NULL REFERENCES entity (key),
    seq INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (entity, seq)
) WITHOUT ROWID;

CREATE TABLE claim (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    time TEXT, -- EDTF
    first_day TEXT, -- of the time; null when open or unknown
    last_day TEXT,
    low TEXT, -- first day that it may touch: of its time (open: 0001-01-01), else the day of publication, else null
    high TEXT, -- last day likewise (open: 9999-12-31)
    place INTEGER NOT NULL, -- where its first evidence starts
    certainty TEXT NOT NULL,
    status TEXT NOT NULL,
    confidence REAL,
    made_by TEXT NOT NULL,
    UNIQUE (reading, seq)
);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_type ON claim (type, low);
CREATE INDEX claim_low ON claim (low, high);
CREATE INDEX claim_high ON claim (high, low);

CREATE TABLE arg (
    claim INTEGER NOT NULL REFERENCES claim (key),
    seq INTEGER NOT NULL,
    role TEXT NOT NULL,
    entity INTEGER REFERENCES entity (key), -- the value, or those whom a count counts
    words TEXT, -- the value of a text role, or the words of a count
    least, -- of a count; no type, so that numbers past 64 bits stay exact as text
    most,
    PRIMARY KEY (claim, seq)
) WITHOUT ROWID;
CREATE INDEX arg_entity ON arg (entity, claim);

CREATE TABLE speaker (
    claim INTEGER NOT NULL REFERENCES claim (key),
    seq INTEGER NOT NULL, -- 0 is the innermost
    entity INTEGER NOT NULL REFERENCES entity (key),
    PRIMARY KEY (claim, seq)
) WITHOUT ROWID;
CREATE INDEX speaker_entity ON speaker (entity, claim);

CREATE TABLE evidence (
    claim INTEGER NOT NULL REFERENCES claim (key),
    seq INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    quote TEXT NOT NULL, -- verbatim
    PRIMARY KEY (claim, seq)
) WITHOUT ROWID;

CREATE TABLE problem (
    key INTEGER PRIMARY KEY,
    run INTEGER REFERENCES run (key),
    reading TEXT REFERENCES reading (id), -- null when nothing could be read
    seq INTEGER NOT NULL,
    recorded TEXT NOT NULL,
    place TEXT NOT NULL,
    step TEXT NOT NULL,
    message TEXT NOT NULL,
    advice TEXT NOT NULL
);
CREATE INDEX problem_reading ON problem (reading);

-- Nothing recorded is ever changed or taken out.

CREATE TRIGGER run_no_update BEFORE UPDATE ON run BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER run_no_delete BEFORE DELETE ON run BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER run_end_no_update BEFORE UPDATE ON run_end BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER run_end_no_delete BEFORE DELETE ON run_end BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER content_no_update BEFORE UPDATE ON content BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER content_no_delete BEFORE DELETE ON content BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER recording_no_update BEFORE UPDATE ON recording BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER recording_no_delete BEFORE DELETE ON recording BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER block_no_update BEFORE UPDATE ON block BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER block_no_delete BEFORE DELETE ON block BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER link_no_update BEFORE UPDATE ON link BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER link_no_delete BEFORE DELETE ON link BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER entity_no_update BEFORE UPDATE ON entity BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER entity_no_delete BEFORE DELETE ON entity BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER name_no_update BEFORE UPDATE ON name BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER name_no_delete BEFORE DELETE ON name BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER mention_no_update BEFORE UPDATE ON mention BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER mention_no_delete BEFORE DELETE ON mention BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER arg_no_update BEFORE UPDATE ON arg BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER arg_no_delete BEFORE DELETE ON arg BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER speaker_no_update BEFORE UPDATE ON speaker BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER speaker_no_delete BEFORE DELETE ON speaker BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER problem_no_update BEFORE UPDATE ON problem BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER problem_no_delete BEFORE DELETE ON problem BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
