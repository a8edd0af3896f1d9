import { userInfo } from 'node:os'

/** Who works on the database, as the audit log names it: `operator:sari`, or by number where the user has no name. */
export function readOperatorName(): string {
  try {
    return `operator:${userInfo().username}`
  } catch {
    return `operator:uid-${process.getuid?.() ?? 'unknown'}`
  }
}
