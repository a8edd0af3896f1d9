-- Payments that came back, as a bank's statement has them: what came in with the reference of an item. Apart from what was paid
-- out, which every search for a payment goes by.
CREATE TABLE statement_returns (
  statement_id    text NOT NULL REFERENCES statements (id),
  -- The line of the file that it begins on.
  line_number     integer NOT NULL,
  is_live         boolean NOT NULL,
  -- Of the item it names; without one, of the statement.
  merchant_id     text,
  reference       text NOT NULL CHECK (reference <> ''),
  amount_sen      bigint NOT NULL CHECK (amount_sen > 0),
  bank_code       text NOT NULL DEFAULT '',
  account_number  text NOT NULL DEFAULT '',
  description     text NOT NULL DEFAULT '',
  occurred_at     timestamptz NOT NULL,
  -- read: not compared yet. seen_before: the same line of an earlier statement. missing_here: no item has its reference.
  -- return_unclear: its item is not known as paid, or has another amount, or has come back already.
  state           text NOT NULL DEFAULT 'read' CHECK (state IN ('read', 'returned', 'seen_before', 'missing_here', 'return_unclear')),
  batch_id        text,
  ordinal         integer,
  -- The statement whose transfer this line is a part of: its own, or a later one.
  matched_in      text REFERENCES statements (id),
  PRIMARY KEY (statement_id, line_number),
  CONSTRAINT returned_is_a_part CHECK ((state = 'returned') = (matched_in IS NOT NULL)),
  CONSTRAINT returned_has_an_item CHECK (state NOT IN ('returned', 'return_unclear') OR ordinal IS NOT NULL)
);
-- An item comes back once, for ever.
CREATE UNIQUE INDEX statement_returns_item ON statement_returns (merchant_id, batch_id, ordinal) WHERE state = 'returned';
CREATE INDEX statement_returns_matched_in ON statement_returns (matched_in, merchant_id) WHERE state = 'returned';
CREATE INDEX statement_returns_copies ON statement_returns (reference, occurred_at, amount_sen);
CREATE INDEX statement_returns_waiting ON statement_returns (is_live, reference) WHERE state IN ('missing_here', 'return_unclear');

ALTER TABLE statements
  ADD COLUMN returned_lines integer NOT NULL DEFAULT 0,
  ADD COLUMN return_unclear_lines integer NOT NULL DEFAULT 0;

ALTER TABLE ledger_transfers
  DROP CONSTRAINT ledger_transfers_purpose_check,
  -- Not checked against old rows: they kept the narrower rule.
  ADD CONSTRAINT ledger_transfers_purpose_check CHECK (purpose IN ('opening_balance', 'topup', 'batch_amounts', 'batch_fees', 'paid_after_failed',
    'reversed_after_done', 'statement', 'statement_return')) NOT VALID;
-- What a statement says was paid of a merchant's money is one transfer, and what it says came back is one.
CREATE UNIQUE INDEX ledger_transfers_one_purpose_a_statement ON ledger_transfers (merchant_id, statement_id, purpose) WHERE statement_id IS NOT NULL;
DROP INDEX ledger_transfers_one_statement;
