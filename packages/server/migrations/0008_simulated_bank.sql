-- The simulated bank's own book, in a schema of its own: the server's code never joins with it. It stands for a bank
-- somewhere else, so the server must come out right from what the bank answers, not from these rows.
CREATE SCHEMA simulated_bank;

-- Every transfer that the bank took, repeats of a reference included (unless it is told to refuse repeats): a double
-- payment shows here as two rows. Rejected ones are kept too, so that the bank can say that it rejected them.
CREATE TABLE simulated_bank.transfers (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reference          text NOT NULL,
  bank_code          text NOT NULL,
  account_number     text NOT NULL,
  amount_sen         bigint NOT NULL,
  status             text NOT NULL CHECK (status IN ('accepted', 'paid', 'rejected', 'reversed')),
  code               text NOT NULL DEFAULT '',
  reason             text NOT NULL DEFAULT '',
  received_at        timestamptz NOT NULL DEFAULT arus_now(),
  -- When an accepted transfer is paid.
  pays_at            timestamptz,
  -- The reference, for as long as a bank that refuses repeats refuses it. Two calls with one reference race to this.
  guarded_reference  text UNIQUE
);
CREATE INDEX transfers_reference ON simulated_bank.transfers (reference);

-- The book as it stands now: an accepted transfer whose time has come is paid.
CREATE VIEW simulated_bank.book AS
  SELECT id, reference, bank_code, account_number, amount_sen, code, reason, received_at,
         CASE WHEN status = 'accepted' AND pays_at <= arus_now() THEN 'paid' ELSE status END AS status
    FROM simulated_bank.transfers;

-- How often the bank was called about a reference or an account, for behaviours that change from call to call.
CREATE TABLE simulated_bank.calls (
  subject        text PRIMARY KEY,
  count          integer NOT NULL DEFAULT 0,
  first_call_at  timestamptz NOT NULL DEFAULT arus_now()
);
