-- What the checks of the books found, so that every process can show it.
CREATE TABLE ledger_checks (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at  timestamptz NOT NULL DEFAULT arus_now(),
  -- NULL while it runs, and for good when the process that ran it ended.
  ended_at    timestamptz,
  faults      integer,
  -- The first of them, as the report has them.
  examples    jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX ledger_checks_newest ON ledger_checks (started_at DESC);
