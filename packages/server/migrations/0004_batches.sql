CREATE TABLE batches (
  merchant_id         text NOT NULL REFERENCES merchants (id),
  id                  text NOT NULL,
  is_live             boolean NOT NULL,
  batch_key           text,
  name                text NOT NULL DEFAULT '',
  description         text NOT NULL DEFAULT '',
  force_disburse      boolean NOT NULL,
  skip_validation     boolean NOT NULL,
  status              text NOT NULL CHECK (status IN ('validating', 'need_approval', 'approved', 'rejected', 'deleted', 'success', 'partially_success', 'failed')),
  rail                text NOT NULL,
  -- What was submitted. Never changes.
  total_amount_sen    bigint NOT NULL CHECK (total_amount_sen > 0),
  item_count          integer NOT NULL CHECK (item_count > 0),
  -- Counted down and up by the rows that a guarded UPDATE returned, in the transaction of that UPDATE.
  unvalidated_items   integer NOT NULL CHECK (unvalidated_items >= 0),
  invalid_items       integer NOT NULL DEFAULT 0,
  invalid_amount_sen  bigint NOT NULL DEFAULT 0,
  unreleased_items    integer NOT NULL DEFAULT 0 CHECK (unreleased_items >= 0),
  open_items          integer NOT NULL DEFAULT 0 CHECK (open_items >= 0),
  done_items          integer NOT NULL DEFAULT 0,
  done_amount_sen     bigint NOT NULL DEFAULT 0,
  failed_items        integer NOT NULL DEFAULT 0,
  failed_amount_sen   bigint NOT NULL DEFAULT 0,
  -- Fixed when the batch is approved.
  fee_per_item_sen    bigint NOT NULL DEFAULT 0 CHECK (fee_per_item_sen >= 0),
  amount_hold_id      bigint,
  fee_hold_id         bigint,
  approver            text,
  reject_reason       text NOT NULL DEFAULT '',
  -- Set while a force_disburse batch waits for balance.
  approval_due_at     timestamptz,
  created_at          timestamptz NOT NULL DEFAULT arus_now(),
  updated_at          timestamptz NOT NULL DEFAULT arus_now(),
  validated_at        timestamptz,
  approved_at         timestamptz,
  completed_at        timestamptz,
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, amount_hold_id) REFERENCES ledger_transfers (merchant_id, id),
  FOREIGN KEY (merchant_id, fee_hold_id) REFERENCES ledger_transfers (merchant_id, id)
);
-- For ever, also after delete and reject: a key that paid a batch never pays another.
CREATE UNIQUE INDEX batches_key ON batches (merchant_id, is_live, batch_key);
CREATE INDEX batches_newest ON batches (merchant_id, is_live, created_at DESC, id);
CREATE INDEX batches_open ON batches (status, merchant_id, id) WHERE status IN ('validating', 'need_approval', 'approved');

-- Whose turn it is, apart from batches, so that claiming work never waits for the transaction that moves money.
CREATE TABLE batch_turns (
  merchant_id     text NOT NULL,
  batch_id        text NOT NULL,
  last_served_at  timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (merchant_id, batch_id)
);

-- The same for merchants: how many batches one has does not change how often it is served.
CREATE TABLE merchant_turns (
  merchant_id     text PRIMARY KEY,
  last_served_at  timestamptz NOT NULL DEFAULT '-infinity'
);

-- The status of a batch is the last row here; batches.status is that row's copy, written with it.
CREATE TABLE batch_log (
  merchant_id  text NOT NULL,
  batch_id     text NOT NULL,
  sequence     bigint GENERATED ALWAYS AS IDENTITY,
  from_status  text,
  to_status    text NOT NULL,
  actor        text NOT NULL,
  detail       jsonb NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT arus_now(),
  PRIMARY KEY (merchant_id, batch_id, sequence)
);
CREATE TRIGGER batch_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE items (
  merchant_id         text NOT NULL,
  batch_id            text NOT NULL,
  ordinal             integer NOT NULL,
  id                  text NOT NULL,
  status              text NOT NULL CHECK (status IN ('need_validation', 'valid', 'invalid', 'ready', 'sending', 'accepted', 'unknown', 'done', 'failed')),
  -- Number of the current transfer attempt: the fence that record-outcomes checks.
  attempt             integer NOT NULL DEFAULT 0,
  -- The earliest time at which a worker may take this row. A claim moves it to the end of the claim's lease.
  due_at              timestamptz NOT NULL DEFAULT arus_now(),
  check_count         integer NOT NULL DEFAULT 0,
  not_found_at        timestamptz,
  amount_sen          bigint NOT NULL CHECK (amount_sen > 0),
  fee_sen             bigint NOT NULL DEFAULT 0,
  -- The post or void that settled this item's share of the holds.
  amount_transfer_id  bigint,
  fee_transfer_id     bigint,
  bank_code           text NOT NULL,
  account_number      text NOT NULL,
  account_owner_name  text NOT NULL,
  real_name           text NOT NULL DEFAULT '',
  email_recipient     text NOT NULL DEFAULT '',
  phone_number        text NOT NULL DEFAULT '',
  notes               text NOT NULL DEFAULT '',
  sender_information  jsonb,
  invalid_fields      jsonb,
  failure_code        text NOT NULL DEFAULT '',
  failure_reason      text NOT NULL DEFAULT '',
  receipt             text NOT NULL DEFAULT '',
  -- The first final status, where late truth corrected it. Batch totals count that one.
  corrected_from      text CHECK (corrected_from IN ('done', 'failed')),
  created_at          timestamptz NOT NULL DEFAULT arus_now(),
  updated_at          timestamptz NOT NULL DEFAULT arus_now(),
  status_set_at       timestamptz,
  PRIMARY KEY (merchant_id, batch_id, ordinal),
  FOREIGN KEY (merchant_id, batch_id) REFERENCES batches (merchant_id, id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
-- By id first: with the merchant first, the planner, which takes a fresh batch for one row, read all of the merchant's
-- items through it instead of some by their primary key.
CREATE UNIQUE INDEX items_id ON items (id, merchant_id);
-- The work queue: what waits, of which batch, since when.
CREATE INDEX items_open ON items (merchant_id, batch_id, status, due_at, ordinal)
  WHERE status IN ('need_validation', 'valid', 'ready', 'sending', 'accepted', 'unknown');

CREATE TABLE transfer_attempts (
  merchant_id     text NOT NULL,
  batch_id        text NOT NULL,
  ordinal         integer NOT NULL,
  attempt         integer NOT NULL,
  rail            text NOT NULL,
  worker_id       text NOT NULL,
  claimed_at      timestamptz NOT NULL DEFAULT arus_now(),
  -- The last instant at which this attempt could have sent. "Not found" counts only after it.
  send_until      timestamptz NOT NULL,
  -- NULL: no answer yet. not_sent and deferred: the rail took nothing. not_found: asked about, twice, and not there.
  outcome         text CHECK (outcome IN ('paid', 'accepted', 'rejected', 'unknown', 'deferred', 'not_sent', 'not_found')),
  code            text NOT NULL DEFAULT '',
  detail          text NOT NULL DEFAULT '',
  rail_reference  text NOT NULL DEFAULT '',
  answered_at     timestamptz,
  PRIMARY KEY (merchant_id, batch_id, ordinal, attempt)
);

-- What a person must look at.
CREATE TABLE cases (
  merchant_id         text NOT NULL,
  id                  text NOT NULL,
  is_live             boolean NOT NULL,
  kind                text NOT NULL CHECK (kind IN ('paid_after_failed', 'reversed_after_done', 'unresolved', 'contradiction', 'unrecordable')),
  batch_id            text NOT NULL,
  ordinal             integer NOT NULL,
  detail              jsonb NOT NULL DEFAULT '{}',
  opened_at           timestamptz NOT NULL DEFAULT arus_now(),
  closed_at           timestamptz,
  resolution          text NOT NULL DEFAULT '',
  PRIMARY KEY (merchant_id, id)
);
CREATE INDEX cases_item ON cases (merchant_id, batch_id, ordinal);
CREATE UNIQUE INDEX cases_one_open ON cases (merchant_id, batch_id, ordinal, kind)
  WHERE closed_at IS NULL AND kind IN ('unresolved', 'contradiction', 'unrecordable');
