-- Answers to be given again. Only 2xx answers are stored: a refusal uses up no key.
CREATE TABLE idempotent_requests (
  merchant_id    text NOT NULL REFERENCES merchants (id),
  is_live        boolean NOT NULL,
  key            text NOT NULL,
  fingerprint    bytea NOT NULL,
  status_code    integer NOT NULL,
  response_body  text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT arus_now(),
  expires_at     timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, is_live, key)
);
CREATE INDEX idempotent_requests_expiry ON idempotent_requests (expires_at);
