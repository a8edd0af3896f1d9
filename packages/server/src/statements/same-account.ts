/**
 * Whether two statements, given as SQL that yields their ids, may be of the same account of ours: over one rail, and of one name. A
 * statement of which neither was said may be of any.
 */
export function ofSameAccount(left: string, right: string): string {
  return `EXISTS (
    SELECT 1 FROM statements AS mine JOIN statements AS theirs ON theirs.id = ${right}
    WHERE mine.id = ${left} AND coalesce(mine.rail = theirs.rail, true) AND (mine.account = theirs.account OR '' IN (mine.account, theirs.account)))`
}
