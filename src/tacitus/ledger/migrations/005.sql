-- Schema 5: what resolution makes of readings, and what rules and people judge. A row of `resolved` is what one version of
-- resolution made of one reading (JSON of `tacitus.resolve`); a newer version adds rows beside it. Judgements are never
-- edited: one that is taken back has an UNDO whose subject it is.

CREATE TABLE resolved (
    key INTEGER PRIMARY KEY,
    reading TEXT NOT NULL REFERENCES reading (id),
    version TEXT NOT NULL, -- names and versions of the steps
    recorded TEXT NOT NULL,
    UNIQUE (reading, version)
);
CREATE INDEX resolved_latest ON resolved (reading, recorded, version);

-- A named entity of the reading, and the keys by which judgements name it.
CREATE TABLE record (
    resolved INTEGER NOT NULL REFERENCES resolved (key),
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (resolved, seq)
) WITHOUT ROWID;

CREATE TABLE record_key (
    key TEXT NOT NULL,
    resolved INTEGER NOT NULL REFERENCES resolved (key),
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, resolved, seq)
) WITHOUT ROWID;

-- What the document tells of one happening.
CREATE TABLE happening (
    resolved INTEGER NOT NULL REFERENCES resolved (key),
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (resolved, seq)
) WITHOUT ROWID;

CREATE TABLE judgement (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,
    because TEXT NOT NULL,
    author TEXT NOT NULL, -- a person, or rule@version
    recorded TEXT NOT NULL,
    score REAL
);

CREATE TABLE judged (
    judgement INTEGER NOT NULL REFERENCES judgement (key),
    seq INTEGER NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (judgement, seq)
) WITHOUT ROWID;
CREATE INDEX judged_subject ON judged (subject, judgement);

-- A list of aliases that somebody brought, and its entries as JSON.
CREATE TABLE alias_list (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    origin TEXT NOT NULL, -- the file
    author TEXT NOT NULL,
    recorded TEXT NOT NULL
);

CREATE TABLE alias_entry (
    list INTEGER NOT NULL REFERENCES alias_list (key),
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (list, seq)
) WITHOUT ROWID;

CREATE TRIGGER resolved_no_update BEFORE UPDATE ON resolved BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER resolved_no_delete BEFORE DELETE ON resolved BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER record_key_no_update BEFORE UPDATE ON record_key BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER record_key_no_delete BEFORE DELETE ON record_key BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER happening_no_update BEFORE UPDATE ON happening BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER happening_no_delete BEFORE DELETE ON happening BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER judged_no_update BEFORE UPDATE ON judged BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER judged_no_delete BEFORE DELETE ON judged BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER alias_list_no_update BEFORE UPDATE ON alias_list BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER alias_list_no_delete BEFORE DELETE ON alias_list BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER alias_entry_no_update BEFORE UPDATE ON alias_entry BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER alias_entry_no_delete BEFORE DELETE ON alias_entry BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
