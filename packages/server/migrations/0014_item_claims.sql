-- Large batches, with fewer rows written for each item. An item that goes the straight way, from submit to paid, no longer has a time
-- of its own at which it is due (due_at is NULL): a cursor says how far its batch has been handed out, and one row says who holds a
-- range of it until when. So the straight way changes no indexed column of an item, and PostgreSQL updates it in place.
--
-- What leaves the straight way has a due_at, as before, and waits in the queue of its status: asked for again, deferred, accepted,
-- unknown, or left behind by a worker that is gone.
--
-- With workers and APIs of the version before side by side:
-- * An item of ours without due_at is never due to them, so they take none of it; what has left the straight way they handle as
--   they always did. They do not take over the ranges of a worker that died: one of ours does.
-- * A batch that they took in, or approved, has no cursor (or one that is not open for sending). Its items have a due_at, or are
--   released one by one, by whichever version comes first, and ours handles them so to their end.
-- * Their claims lack the index items_open meanwhile, and read a batch's items by its primary key: slower, and right.
-- * They may tell `disbursement.settling` too early of a batch that only ours can send. They take `arus ledger verify`'s counter of
--   unreleased items for wrong in such batches: verify with this version.
--
-- Adding queued_as writes `items` anew under an exclusive lock: a few seconds for each million items, in which all wait. Only this
-- one table is locked, so that nobody waits in a circle.
DROP INDEX items_open;
ALTER TABLE items
  ALTER COLUMN due_at DROP NOT NULL,
  -- The status whose queue an item waits in; NULL where it is on the straight way, or has its end.
  ADD COLUMN queued_as text GENERATED ALWAYS AS (
    CASE WHEN due_at IS NOT NULL AND status IN ('need_validation', 'ready', 'sending', 'accepted', 'unknown') THEN status END) STORED,
  -- Room for the next version of a row beside it: what is updated in place writes no index entry.
  SET (fillfactor = 50);
-- The work queue: what waits by itself, of which batch, since when. Not the status itself: each change of an indexed column would
-- write all indexes again.
CREATE INDEX items_queued ON items (merchant_id, batch_id, queued_as, due_at, ordinal) WHERE queued_as IS NOT NULL;

ALTER TABLE transfer_attempts SET (fillfactor = 50);

-- How far a batch's items have been handed out: the ordinal of the first that was not. Apart from batches, so that handing out
-- never waits for the transaction that moves money. It may run past the last item.
CREATE TABLE batch_cursors (
  merchant_id    text NOT NULL,
  batch_id       text NOT NULL,
  validate_from  integer NOT NULL DEFAULT 0,
  -- NULL until the batch is approved, and where its items are released one by one.
  send_from      integer,
  PRIMARY KEY (merchant_id, batch_id)
) WITH (fillfactor = 50);

-- Ranges of a batch in a worker's hands until the lease ends. Whoever finds one past its lease gives each item that is left in it a
-- due_at of its own: to be asked about, where it was being sent.
CREATE TABLE item_claims (
  merchant_id    text NOT NULL,
  batch_id       text NOT NULL,
  purpose        text NOT NULL CHECK (purpose IN ('validate', 'send')),
  first_ordinal  integer NOT NULL,
  last_ordinal   integer NOT NULL,
  worker_id      text NOT NULL,
  lease_until    timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, batch_id, purpose, first_ordinal)
);
CREATE INDEX item_claims_lease ON item_claims (lease_until);
