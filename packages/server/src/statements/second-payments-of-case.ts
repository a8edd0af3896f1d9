/**
 * The payments that a statement has beside the one of an item (`paid`), each with a line that came in for the item and that nobody
 * could explain (`back`), of the same amount, for a row `one` of `cases` of which one of the two is the own line. A line of either
 * kind that was put together with another stands here no more.
 */
export const SECOND_PAYMENTS_OF_CASE = `
  FROM statement_lines AS paid
  JOIN statement_returns AS back ON back.reference = paid.reference AND back.amount_sen = paid.amount_sen
    AND back.is_live = paid.is_live AND back.state = 'return_unclear'
  WHERE paid.reference = (
      SELECT id FROM items WHERE items.merchant_id = one.merchant_id AND items.batch_id = one.batch_id AND items.ordinal = one.ordinal)
    AND paid.is_live = one.is_live AND paid.state = 'paid_twice'
    AND ((paid.statement_id, paid.line_number) = (one.statement_id, one.line_number)
      OR (back.statement_id, back.line_number) = (one.statement_id, one.line_number))
    AND NOT EXISTS (
      SELECT 1 FROM statement_returns AS undone WHERE undone.undoes_statement_id = paid.statement_id AND undone.undoes_line_number = paid.line_number)`
