-- What a key may do, from where, and how much. A key that is there already keeps everything it could do, and so does one
-- that a process of the version before makes during an upgrade: the code chooses the scopes of each new one.
ALTER TABLE api_keys
  ADD COLUMN scopes                text[] NOT NULL DEFAULT '{read,submit,approve,manage}',
  ADD COLUMN allowed_addresses     text[] NOT NULL DEFAULT '{}',
  ADD COLUMN max_batch_amount_sen  bigint CHECK (max_batch_amount_sen > 0),
  ADD COLUMN max_batch_items       integer CHECK (max_batch_items > 0),
  ADD COLUMN max_day_amount_sen    bigint CHECK (max_day_amount_sen > 0),
  ADD COLUMN max_day_items         integer CHECK (max_day_items > 0),
  ADD CONSTRAINT scopes_are_known
    CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'submit', 'approve', 'manage']);

-- What a key has submitted, and apart from it approved, on each day of Jakarta. Counted in the transaction that submits
-- or approves, whether the key has limits or not, so that a limit that is set at noon knows of the morning.
CREATE TABLE api_key_usage (
  merchant_id  text NOT NULL,
  api_key_id   text NOT NULL,
  day          date NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('submit', 'approve')),
  amount_sen   bigint NOT NULL,
  items        bigint NOT NULL,
  PRIMARY KEY (merchant_id, api_key_id, day, kind),
  FOREIGN KEY (merchant_id, api_key_id) REFERENCES api_keys (merchant_id, id)
);
