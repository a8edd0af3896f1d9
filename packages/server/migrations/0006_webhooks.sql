CREATE TABLE webhook_endpoints (
  merchant_id                 text NOT NULL REFERENCES merchants (id),
  id                          text NOT NULL,
  is_live                     boolean NOT NULL,
  url                         text NOT NULL,
  -- NULL: every event.
  events                      text[],
  sealed_secret               bytea NOT NULL,
  sealed_previous_secret      bytea,
  previous_secret_expires_at  timestamptz,
  -- After a time-out: its deliveries go through the slow lane until then, where they hold nobody else up.
  slow_until                  timestamptz,
  created_at                  timestamptz NOT NULL DEFAULT arus_now(),
  deleted_at                  timestamptz,
  PRIMARY KEY (merchant_id, id)
);

CREATE TABLE events (
  merchant_id            text NOT NULL REFERENCES merchants (id),
  id                     text NOT NULL,
  is_live                boolean NOT NULL,
  type                   text NOT NULL CHECK (type IN ('disbursement.validation_completed', 'disbursement.completed', 'account_validation.completed',
                           'disbursement.approval_blocked', 'disbursement.settling', 'disbursement.item_corrected')),
  batch_id               text,
  account_validation_id  text,
  -- Only what can't be read again from the rows later: a shortfall, counts at that moment, the item corrected.
  detail                 jsonb NOT NULL DEFAULT '{}',
  created_at             timestamptz NOT NULL DEFAULT arus_now(),
  PRIMARY KEY (merchant_id, id),
  CONSTRAINT has_a_subject CHECK ((batch_id IS NULL) <> (account_validation_id IS NULL))
);
-- A batch tells each thing once, whatever races. Only corrections can come several times.
CREATE UNIQUE INDEX events_once_per_batch ON events (merchant_id, batch_id, type) WHERE batch_id IS NOT NULL AND type <> 'disbursement.item_corrected';
CREATE UNIQUE INDEX events_once_per_validation ON events (merchant_id, account_validation_id) WHERE account_validation_id IS NOT NULL;
CREATE INDEX events_newest ON events (merchant_id, is_live, created_at DESC, id);

CREATE TABLE deliveries (
  merchant_id       text NOT NULL,
  event_id          text NOT NULL,
  endpoint_id       text NOT NULL,
  status            text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'given_up')),
  -- Counted when an attempt begins, so that a body which ends the worker is not tried for ever.
  attempts          integer NOT NULL DEFAULT 0,
  -- Where the current round of the schedule began: a resend starts a new one.
  round_start       integer NOT NULL DEFAULT 0,
  -- Goes up with each claim and each resend: a result is written only under the number it was claimed with.
  fence             integer NOT NULL DEFAULT 0,
  -- When it is tried next; a claim moves it to the end of the claim's lease. NULL once there is nothing left to try.
  next_attempt_at   timestamptz DEFAULT arus_now(),
  last_status_code  integer,
  last_error        text NOT NULL DEFAULT '',
  created_at        timestamptz NOT NULL DEFAULT arus_now(),
  updated_at        timestamptz NOT NULL DEFAULT arus_now(),
  PRIMARY KEY (merchant_id, event_id, endpoint_id),
  FOREIGN KEY (merchant_id, event_id) REFERENCES events (merchant_id, id),
  FOREIGN KEY (merchant_id, endpoint_id) REFERENCES webhook_endpoints (merchant_id, id)
);
-- By endpoint, so that a claim steps over the backlog of an endpoint that has no place left instead of reading it.
CREATE INDEX deliveries_due ON deliveries (merchant_id, endpoint_id, next_attempt_at) WHERE status = 'pending';
