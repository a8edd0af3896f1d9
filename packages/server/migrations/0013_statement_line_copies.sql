-- Finds the same line in another statement whose period overlaps, also where many lines have no reference.
CREATE INDEX statement_lines_copies ON statement_lines (reference, occurred_at, amount_sen);
DROP INDEX statement_lines_reference;
