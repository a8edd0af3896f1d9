/**
 * How many payments of its reference statements have, for a row `line` of `statement_returns`: a line that overlapping
 * statements of one account share is one (what says no account may be of any), and one that came back by a person's word is none. Of
 * two payments, nobody here can know which came back.
 */
export const PAYMENTS_OF_RETURN = `((
  SELECT coalesce(sum(greatest(named, unnamed)), 0) FROM (
    SELECT sum(most) FILTER (WHERE account <> '') AS named, max(most) FILTER (WHERE account = '') AS unnamed FROM (
      SELECT occurred_at, amount_sen, account_number, account, max(count) AS most FROM (
        SELECT paid.occurred_at, paid.amount_sen, paid.account_number, statement.account, count(*) AS count
        FROM statement_lines AS paid JOIN statements AS statement ON statement.id = paid.statement_id
        WHERE paid.reference = line.reference
        GROUP BY paid.statement_id, paid.occurred_at, paid.amount_sen, paid.account_number, statement.account) AS listed
      GROUP BY occurred_at, amount_sen, account_number, account) AS of_account
    GROUP BY occurred_at, amount_sen, account_number) AS payment) - (
  SELECT count(*) FILTER (WHERE undone.state = 'second_returned') FROM statement_returns AS undone WHERE undone.reference = line.reference))`
