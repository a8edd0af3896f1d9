-- A payment that a statement had before its item was approved is that item's, once a person has said that it was paid.
CREATE INDEX statement_lines_waiting ON statement_lines (is_live, reference) WHERE state IN ('missing_here', 'contradicted');
