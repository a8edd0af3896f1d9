CREATE TABLE account_validations (
  merchant_id     text NOT NULL REFERENCES merchants (id),
  id              text NOT NULL,
  is_live         boolean NOT NULL,
  bank_code       text NOT NULL,
  account_number  text NOT NULL,
  status          text NOT NULL DEFAULT 'processing' CHECK (status IN ('processing', 'valid', 'invalid')),
  account_holder  text NOT NULL DEFAULT '',
  due_at          timestamptz NOT NULL DEFAULT arus_now(),
  check_count     integer NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL DEFAULT arus_now(),
  completed_at    timestamptz,
  PRIMARY KEY (merchant_id, id)
);
-- One question to the bank at a time for one account.
CREATE UNIQUE INDEX account_validations_processing ON account_validations (merchant_id, is_live, bank_code, account_number) WHERE status = 'processing';
CREATE INDEX account_validations_account ON account_validations (merchant_id, is_live, bank_code, account_number, created_at DESC);
CREATE INDEX account_validations_due ON account_validations (due_at) WHERE status = 'processing';
