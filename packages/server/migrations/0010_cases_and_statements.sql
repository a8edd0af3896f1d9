-- A case can be settled by a person now, can be about a line of a bank's statement instead of an item, and a line that
-- nothing here explains may belong to no merchant.
ALTER TABLE cases
  DROP CONSTRAINT cases_pkey,
  ALTER COLUMN merchant_id DROP NOT NULL,
  ALTER COLUMN batch_id DROP NOT NULL,
  ALTER COLUMN ordinal DROP NOT NULL,
  ADD COLUMN statement_id text,
  ADD COLUMN line_number integer,
  -- What a person settled it by: kept for ever.
  ADD COLUMN reference text NOT NULL DEFAULT '',
  ADD COLUMN reason text NOT NULL DEFAULT '',
  ADD COLUMN settled_by text,
  ADD PRIMARY KEY (id),
  DROP CONSTRAINT cases_kind_check,
  ADD CONSTRAINT cases_kind_check CHECK (kind IN ('paid_after_failed', 'reversed_after_done', 'unresolved', 'contradiction', 'unrecordable',
    'missing_here', 'missing_there', 'amount_differs', 'paid_twice')),
  ADD CONSTRAINT is_about_something CHECK ((batch_id IS NULL) = (ordinal IS NULL) AND (statement_id IS NOT NULL OR batch_id IS NOT NULL)),
  ADD CONSTRAINT settled_on_record CHECK (settled_by IS NULL OR (closed_at IS NOT NULL AND reference <> '' AND reason <> ''));
CREATE UNIQUE INDEX cases_merchant ON cases (merchant_id, id);
CREATE INDEX cases_listed ON cases (merchant_id, is_live, (closed_at IS NOT NULL), opened_at, id);
-- One for a line, and one for an item that a statement lacks, however many statements lack it.
CREATE UNIQUE INDEX cases_one_per_line ON cases (statement_id, line_number) WHERE line_number IS NOT NULL;
CREATE UNIQUE INDEX cases_one_missing_there ON cases (merchant_id, batch_id, ordinal) WHERE kind = 'missing_there';

-- An event may be about a case. It names the case alone: what a batch tells once it still tells once.
ALTER TABLE events
  ADD COLUMN case_id text,
  DROP CONSTRAINT events_type_check,
  -- Not checked against old rows: they kept the narrower rule.
  ADD CONSTRAINT events_type_check CHECK (type IN ('disbursement.validation_completed', 'disbursement.completed', 'account_validation.completed',
    'disbursement.approval_blocked', 'disbursement.settling', 'disbursement.item_corrected', 'disbursement.case_opened')) NOT VALID,
  DROP CONSTRAINT has_a_subject,
  ADD CONSTRAINT has_a_subject CHECK (num_nonnulls(batch_id, account_validation_id, case_id) = 1) NOT VALID;
CREATE UNIQUE INDEX events_once_per_case ON events (merchant_id, case_id) WHERE case_id IS NOT NULL;

-- A statement of the bank: what it says was paid from period_from until before period_to.
CREATE TABLE statements (
  id                    text PRIMARY KEY,
  is_live               boolean NOT NULL,
  -- NULL: of an account that pays for all merchants of the mode.
  merchant_id           text REFERENCES merchants (id),
  file_name             text NOT NULL,
  file_sha256           bytea NOT NULL,
  period_from           timestamptz NOT NULL,
  period_to             timestamptz NOT NULL,
  line_count            integer NOT NULL,
  matched_lines         integer NOT NULL DEFAULT 0,
  matched_amount_sen    numeric(30) NOT NULL DEFAULT 0,
  seen_before_lines     integer NOT NULL DEFAULT 0,
  missing_here_lines    integer NOT NULL DEFAULT 0,
  amount_differs_lines  integer NOT NULL DEFAULT 0,
  paid_twice_lines      integer NOT NULL DEFAULT 0,
  contradicted_lines    integer NOT NULL DEFAULT 0,
  missing_there_items   integer NOT NULL DEFAULT 0,
  submitted_by          text NOT NULL,
  created_at            timestamptz NOT NULL DEFAULT arus_now(),
  -- NULL until every line has its state. Reading the file again goes on from there.
  reconciled_at         timestamptz,
  CONSTRAINT has_a_period CHECK (period_from < period_to)
);
-- The same file is the same statement, for ever.
CREATE UNIQUE INDEX statements_file ON statements (is_live, file_sha256);
CREATE INDEX statements_period ON statements (is_live, period_to) WHERE reconciled_at IS NOT NULL;

CREATE TABLE statement_lines (
  statement_id    text NOT NULL REFERENCES statements (id),
  -- The line of the file that it begins on.
  line_number     integer NOT NULL,
  is_live         boolean NOT NULL,
  -- Of the item it names; without one, of the statement.
  merchant_id     text,
  reference       text NOT NULL,
  amount_sen      bigint NOT NULL CHECK (amount_sen > 0),
  bank_code       text NOT NULL DEFAULT '',
  account_number  text NOT NULL DEFAULT '',
  description     text NOT NULL DEFAULT '',
  occurred_at     timestamptz NOT NULL,
  -- read: not compared yet. seen_before: the same line of an earlier statement whose period overlaps. contradicted: the
  -- item it names was never sent.
  state           text NOT NULL DEFAULT 'read' CHECK (state IN ('read', 'matched', 'seen_before', 'missing_here', 'amount_differs', 'paid_twice', 'contradicted')),
  batch_id        text,
  ordinal         integer,
  -- The statement whose transfer this line is a part of: its own, or a later one that found the item.
  matched_in      text REFERENCES statements (id),
  PRIMARY KEY (statement_id, line_number),
  CONSTRAINT matched_is_a_part CHECK ((state = 'matched') = (matched_in IS NOT NULL)),
  CONSTRAINT matched_has_an_item CHECK (state NOT IN ('matched', 'amount_differs', 'paid_twice', 'contradicted') OR ordinal IS NOT NULL)
);
-- An item is reconciled once, for ever.
CREATE UNIQUE INDEX statement_lines_item ON statement_lines (merchant_id, batch_id, ordinal) WHERE state = 'matched';
CREATE INDEX statement_lines_matched_in ON statement_lines (matched_in, merchant_id) WHERE state = 'matched';
CREATE INDEX statement_lines_reference ON statement_lines (reference, is_live);
CREATE INDEX statement_lines_missing_here ON statement_lines (is_live, reference) WHERE state = 'missing_here';

ALTER TABLE ledger_transfers ADD COLUMN statement_id text;
-- What a statement confirmed of a merchant's money is one transfer.
CREATE UNIQUE INDEX ledger_transfers_one_statement ON ledger_transfers (merchant_id, statement_id) WHERE statement_id IS NOT NULL;
