-- Which database this is: what changes when a dump is restored elsewhere, when a server goes back to a point in time, and
-- when a replica takes over. The timeline is the first eight digits of the name of the WAL file that is written to.
CREATE VIEW actual_identity AS
  SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system_identifier,
         (SELECT oid::text FROM pg_database WHERE datname = current_database()) AS database_oid,
         ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer AS timeline;

-- Which database was served last, recorded inside it, so that a dump of it carries it along. The same is kept in a file
-- outside. The mark goes up every few seconds while it is served: a copy from before has a lower one than the file.
CREATE TABLE database_identity (
  is_the_one         boolean PRIMARY KEY DEFAULT true CHECK (is_the_one),
  system_identifier  text NOT NULL,
  database_oid       text NOT NULL,
  timeline           integer NOT NULL,
  mark               bigint NOT NULL,
  marked_at          timestamptz NOT NULL
);

-- A database that is not the one that was served last, or is an older copy of it: payments may have been made that it
-- knows nothing of.
CREATE TABLE quarantines (
  id                   text PRIMARY KEY,
  reason               text NOT NULL CHECK (reason IN ('other_server', 'other_database', 'other_timeline', 'older_copy', 'never_marked')),
  -- What was recorded outside and inside, and what was found, as JSON; NULL where nothing was recorded.
  recorded_outside     jsonb,
  recorded_inside      jsonb,
  found                jsonb NOT NULL,
  -- Nothing that was paid before this moment is missing here: the last moment that the database tells of.
  lost_since           timestamptz NOT NULL,
  -- The last instant at which a worker of the lost history could have sent.
  lost_until           timestamptz NOT NULL,
  opened_at            timestamptz NOT NULL DEFAULT arus_now(),
  -- NULL until every item that may have been paid is to be asked about. Nothing is sent before.
  marked_at            timestamptz,
  CONSTRAINT has_a_period CHECK (lost_since <= lost_until)
);
CREATE INDEX quarantines_unmarked ON quarantines (id) WHERE marked_at IS NULL;
CREATE TRIGGER quarantines_stay BEFORE DELETE OR TRUNCATE ON quarantines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER quarantines_are_marked_once BEFORE UPDATE ON quarantines
  FOR EACH ROW WHEN (OLD.marked_at IS NOT NULL OR (to_jsonb(NEW) - 'marked_at') <> (to_jsonb(OLD) - 'marked_at'))
  EXECUTE FUNCTION refuse_change();

-- What opens the intake of a mode again. lifted: bank statements for the whole of the lost time were reconciled.
-- overridden: a person took it on themselves; a later statement may still lift it.
CREATE TABLE quarantine_ends (
  quarantine_id  text NOT NULL REFERENCES quarantines (id),
  is_live        boolean NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('lifted', 'overridden')),
  actor          text NOT NULL,
  reason         text NOT NULL DEFAULT '',
  ended_at       timestamptz NOT NULL DEFAULT arus_now(),
  PRIMARY KEY (quarantine_id, is_live, kind),
  CONSTRAINT overridden_for_a_reason CHECK (kind <> 'overridden' OR reason <> '')
);
CREATE TRIGGER quarantine_ends_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON quarantine_ends
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Batches whose items may have been paid in a history that is lost.
CREATE TABLE quarantined_batches (
  merchant_id    text NOT NULL,
  batch_id       text NOT NULL,
  quarantine_id  text NOT NULL REFERENCES quarantines (id),
  -- Every item is asked about before it is sent. Otherwise only those in quarantined_items are kept back.
  asks_first     boolean NOT NULL,
  -- When an attempt that is lost can have been made, and by when it had surely been sent.
  lost_since     timestamptz NOT NULL,
  lost_until     timestamptz NOT NULL,
  -- Items below this ordinal are marked already.
  next_ordinal   integer NOT NULL DEFAULT 0,
  marked_at      timestamptz,
  PRIMARY KEY (merchant_id, batch_id),
  FOREIGN KEY (merchant_id, batch_id) REFERENCES batches (merchant_id, id)
);
CREATE INDEX quarantined_batches_unmarked ON quarantined_batches (merchant_id, batch_id) WHERE marked_at IS NULL;

-- Items whose account and amount a statement's line of the lost time has, under a reference that nobody knows: perhaps the
-- same payment, so only a person lets it go.
CREATE TABLE quarantined_items (
  merchant_id    text NOT NULL,
  batch_id       text NOT NULL,
  ordinal        integer NOT NULL,
  statement_id   text NOT NULL,
  line_number    integer NOT NULL,
  PRIMARY KEY (merchant_id, batch_id, ordinal),
  FOREIGN KEY (merchant_id, batch_id, ordinal) REFERENCES items (merchant_id, batch_id, ordinal),
  FOREIGN KEY (statement_id, line_number) REFERENCES statement_lines (statement_id, line_number)
);
CREATE INDEX statement_lines_missing_account ON statement_lines (account_number, amount_sen, is_live) WHERE state = 'missing_here';
