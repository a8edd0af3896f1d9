-- An item that was paid twice, and of which one payment came back: a person says so, and names with it the line of the second
-- payment that the return undoes. Neither was booked, so nothing is booked now.
ALTER TABLE statement_returns
  ADD COLUMN undoes_statement_id text,
  ADD COLUMN undoes_line_number integer,
  DROP CONSTRAINT statement_returns_state_check,
  -- Not checked against old rows: they kept the narrower rules.
  ADD CONSTRAINT statement_returns_state_check CHECK (
    state IN ('read', 'returned', 'seen_before', 'missing_here', 'return_unclear', 'second_returned')) NOT VALID,
  ADD CONSTRAINT undoes_a_second_payment CHECK (
    (state = 'second_returned') = (undoes_statement_id IS NOT NULL) AND (undoes_statement_id IS NULL) = (undoes_line_number IS NULL)) NOT VALID;
-- A second payment comes back once.
CREATE UNIQUE INDEX statement_returns_undoes ON statement_returns (undoes_statement_id, undoes_line_number) WHERE undoes_line_number IS NOT NULL;

-- The case by whose settlement this one was closed too, with the same words.
ALTER TABLE cases ADD COLUMN settled_with text;

-- Counted apart: what came in for an item that nothing here knows.
ALTER TABLE statements ADD COLUMN return_missing_here_lines integer NOT NULL DEFAULT 0;
