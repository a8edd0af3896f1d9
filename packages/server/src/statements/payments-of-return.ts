/**
 * How many payments of its reference statements have, for a row `line` of `statement_returns`: a line that overlapping
 * statements share is one, and one that came back by a person's word is none. Of two payments, nobody here can know which came back.
 */
export const PAYMENTS_OF_RETURN = `((
  SELECT coalesce(sum(most), 0) FROM (
    SELECT max(count) AS most FROM (
      SELECT paid.occurred_at, paid.amount_sen, paid.account_number, count(*) AS count FROM statement_lines AS paid
      WHERE paid.reference = line.reference GROUP BY paid.statement_id, paid.occurred_at, paid.amount_sen, paid.account_number) AS listed
    GROUP BY occurred_at, amount_sen, account_number) AS payment) - (
  SELECT count(*) FILTER (WHERE undone.state = 'second_returned') FROM statement_returns AS undone WHERE undone.reference = line.reference))`
