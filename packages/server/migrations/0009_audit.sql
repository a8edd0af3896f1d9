-- Who did what. Each merchant has a chain of its own, and 'server' is the chain of what belongs to none. An entry's hash
-- is SHA-256 over its content and the hash before it: to change, take out, put in or move an entry, all that follow must
-- be made anew, and then no longer end in a head that was kept elsewhere.
CREATE TABLE audit_entries (
  chain          text NOT NULL,
  sequence       bigint NOT NULL CHECK (sequence > 0),
  recorded_at    timestamptz NOT NULL,
  -- NULL: of no mode.
  is_live        boolean,
  actor          text NOT NULL,
  action         text NOT NULL,
  subject        text NOT NULL,
  -- JSON, as text: what is hashed is exactly what is kept.
  detail         text NOT NULL,
  previous_hash  bytea NOT NULL CHECK (length(previous_hash) = 32),
  hash           bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (chain, sequence)
);
CREATE INDEX audit_entries_newest ON audit_entries (recorded_at DESC);
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The last entry of each chain. Who appends locks this row, so entries follow each other without a gap.
CREATE TABLE audit_chains (
  chain     text PRIMARY KEY,
  sequence  bigint NOT NULL,
  hash      bytea NOT NULL CHECK (length(hash) = 32)
);
CREATE TRIGGER audit_chains_only_grow BEFORE UPDATE ON audit_chains
  FOR EACH ROW WHEN (NEW.chain <> OLD.chain OR NEW.sequence <> OLD.sequence + 1) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chains_stay BEFORE DELETE OR TRUNCATE ON audit_chains
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
