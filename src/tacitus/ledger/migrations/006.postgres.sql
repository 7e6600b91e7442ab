-- The log only grows, whoever writes: rights are taken from all, and triggers refuse what an owner may do without. No
-- table may refer to the log by a foreign key: to look a row up for one, PostgreSQL wants a right to update it.

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only: nothing recorded is ever changed or taken out'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE FUNCTION in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq IS DISTINCT FROM (SELECT coalesce(max(seq), 0) + 1 FROM log) THEN
        RAISE EXCEPTION 'the ledger is append-only: entries follow one another without gaps'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER log_no_change BEFORE UPDATE OR DELETE ON log FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER log_no_truncate BEFORE TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER log_in_order BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION in_order();
REVOKE UPDATE, DELETE, TRUNCATE ON log FROM PUBLIC, CURRENT_USER;

-- Raw bytes of documents, sealed, by the SHA-256 of what is kept (tacitus.ledger.raw).
CREATE TABLE raw (
    address TEXT PRIMARY KEY,
    value BLOB NOT NULL
);
