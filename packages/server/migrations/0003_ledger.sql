-- Double entry in two phases. Accounts hold sums that could always be computed again from the transfers.
CREATE TABLE ledger_accounts (
  merchant_id      text NOT NULL REFERENCES merchants (id),
  is_live          boolean NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('available', 'rail_clearing', 'fees', 'suspense', 'external')),
  debits_pending   bigint NOT NULL DEFAULT 0 CHECK (debits_pending >= 0),
  debits_posted    bigint NOT NULL DEFAULT 0 CHECK (debits_posted >= 0),
  credits_pending  bigint NOT NULL DEFAULT 0 CHECK (credits_pending >= 0),
  credits_posted   bigint NOT NULL DEFAULT 0 CHECK (credits_posted >= 0),
  PRIMARY KEY (merchant_id, is_live, kind),
  -- A merchant can't promise money that isn't there. Nothing else is ever refused: late truth must always be recorded.
  CONSTRAINT available_is_not_overdrawn CHECK (kind <> 'available' OR credits_posted >= debits_posted + debits_pending)
);

CREATE TABLE ledger_transfers (
  merchant_id     text NOT NULL,
  id              bigint GENERATED ALWAYS AS IDENTITY,
  is_live         boolean NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('plain', 'pending', 'post', 'void')),
  purpose         text NOT NULL CHECK (purpose IN ('opening_balance', 'topup', 'batch_amounts', 'batch_fees', 'paid_after_failed', 'reversed_after_done', 'statement')),
  debit_account   text NOT NULL,
  credit_account  text NOT NULL,
  amount_sen      bigint NOT NULL CHECK (amount_sen > 0),
  pending_id      bigint,
  batch_id        text,
  topup_id        text,
  case_id         text,
  created_at      timestamptz NOT NULL DEFAULT arus_now(),
  PRIMARY KEY (merchant_id, id),
  FOREIGN KEY (merchant_id, pending_id) REFERENCES ledger_transfers (merchant_id, id),
  FOREIGN KEY (merchant_id, is_live, debit_account) REFERENCES ledger_accounts (merchant_id, is_live, kind),
  FOREIGN KEY (merchant_id, is_live, credit_account) REFERENCES ledger_accounts (merchant_id, is_live, kind),
  CONSTRAINT two_accounts CHECK (debit_account <> credit_account),
  CONSTRAINT settles_a_hold CHECK ((kind IN ('post', 'void')) = (pending_id IS NOT NULL))
);
CREATE INDEX ledger_transfers_batch ON ledger_transfers (merchant_id, batch_id) WHERE batch_id IS NOT NULL;
-- One hold for a batch's amounts and one for its fees, whatever races.
CREATE UNIQUE INDEX ledger_transfers_one_hold ON ledger_transfers (merchant_id, batch_id, purpose) WHERE kind = 'pending';
CREATE UNIQUE INDEX ledger_transfers_one_topup ON ledger_transfers (merchant_id, topup_id) WHERE topup_id IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ledger_transfers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE topups (
  merchant_id         text NOT NULL REFERENCES merchants (id),
  id                  text NOT NULL,
  is_live             boolean NOT NULL,
  sender_bank         text NOT NULL,
  amount_sen          bigint NOT NULL CHECK (amount_sen > 0),
  unique_code         integer NOT NULL CHECK (unique_code BETWEEN 1 AND 999),
  total_amount_sen    bigint NOT NULL,
  status              text NOT NULL DEFAULT 'processing' CHECK (status IN ('processing', 'completed')),
  expires_at          timestamptz NOT NULL,
  -- The account that the merchant was told to transfer to, whatever is configured later.
  receiving_bank      text NOT NULL,
  receiving_account   text NOT NULL,
  receiving_holder    text NOT NULL,
  completed_by        text,
  external_reference  text,
  created_at          timestamptz NOT NULL DEFAULT arus_now(),
  completed_at        timestamptz,
  PRIMARY KEY (merchant_id, id)
);
-- One incoming bank transfer tops up once.
CREATE UNIQUE INDEX topups_reference ON topups (merchant_id, is_live, external_reference) WHERE external_reference IS NOT NULL;
