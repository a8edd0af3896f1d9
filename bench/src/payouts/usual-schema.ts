/**
 * The tables of the usual way: the columns of the server's, of the same widths, with the indexes that such a schema
 * usually has. What it can do without, it is spared: no ledger, no log, no events, no counters that all items would wait for.
 */
export const USUAL_SCHEMA = `
  CREATE TABLE payout_batches (
    id           text PRIMARY KEY,
    merchant_id  text NOT NULL,
    status       text NOT NULL,
    item_count   integer NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE payouts (
    merchant_id         text NOT NULL,
    batch_id            text NOT NULL REFERENCES payout_batches (id),
    ordinal             integer NOT NULL,
    id                  text NOT NULL UNIQUE,
    status              text NOT NULL,
    attempt             integer NOT NULL DEFAULT 0,
    amount_sen          bigint NOT NULL CHECK (amount_sen > 0),
    fee_sen             bigint NOT NULL DEFAULT 0,
    bank_code           text NOT NULL,
    account_number      text NOT NULL,
    account_owner_name  text NOT NULL,
    real_name           text NOT NULL DEFAULT '',
    email_recipient     text NOT NULL DEFAULT '',
    phone_number        text NOT NULL DEFAULT '',
    notes               text NOT NULL DEFAULT '',
    failure_reason      text NOT NULL DEFAULT '',
    receipt             text NOT NULL DEFAULT '',
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (merchant_id, batch_id, ordinal)
  ) WITH (fillfactor = 80);
  CREATE INDEX payouts_open ON payouts (batch_id, status) WHERE status IN ('need_validation', 'ready', 'sending');
  CREATE TABLE payout_attempts (
    payout_id       text NOT NULL,
    attempt         integer NOT NULL,
    rail            text NOT NULL,
    worker_id       text NOT NULL,
    started_at      timestamptz NOT NULL DEFAULT now(),
    outcome         text,
    rail_reference  text NOT NULL DEFAULT '',
    answered_at     timestamptz,
    PRIMARY KEY (payout_id, attempt)
  )`

/** What the jobs of both queues carry. */
export type PayoutJob = { payoutId: string; batchId: string }

/**
 * As quick as pg-boss went here: jobs fetched and completed many at a time by loops of our own (its `work()` waits half a
 * second between fetches), and so many payouts of a process at work at once, each on a connection, that their commits
 * share the waits for the disk.
 */
export const USUAL_SETTINGS = {
  processes: 2,
  loopsAProcess: 2,
  jobsAFetch: 500,
  payoutsAtOnceAProcess: 24,
  jobsAnInsert: 5_000
}

export const VALIDATE_QUEUE = 'validate-payout'
export const PAY_QUEUE = 'pay-payout'
