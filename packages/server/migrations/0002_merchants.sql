CREATE TABLE merchants (
  id          text PRIMARY KEY,
  name        text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT arus_now()
);

-- The protocol signs webhooks with the API key itself, so a hash alone is not enough: the key is stored twice, as a
-- keyed hash to look it up by, and sealed with AES-256-GCM to sign with.
CREATE TABLE api_keys (
  merchant_id      text NOT NULL REFERENCES merchants (id),
  id               text NOT NULL,
  is_live          boolean NOT NULL,
  name             text NOT NULL DEFAULT '',
  lookup_hash      bytea NOT NULL UNIQUE,
  sealed_key       bytea NOT NULL,
  last_characters  text NOT NULL,
  is_signing       boolean NOT NULL DEFAULT false,
  created_at       timestamptz NOT NULL DEFAULT arus_now(),
  revoked_at       timestamptz,
  PRIMARY KEY (merchant_id, id),
  CONSTRAINT signing_key_is_not_revoked CHECK (NOT (is_signing AND revoked_at IS NOT NULL))
);
-- Which key signs is chosen, never guessed: at most one for each merchant and mode.
CREATE UNIQUE INDEX api_keys_signing ON api_keys (merchant_id, is_live) WHERE is_signing;
