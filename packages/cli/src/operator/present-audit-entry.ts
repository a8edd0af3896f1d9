import type { AuditEntry } from '@arus/server'

/** An entry of the audit log as commands print it in JSON, with all that its hash is made of. */
export function presentAuditEntry(entry: AuditEntry): Record<string, unknown> {
  return {
    chain: entry.chain,
    sequence: Number(entry.sequence),
    recorded_at: entry.recordedAt,
    is_live: entry.isLive,
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.parse(entry.detail) as unknown,
    previous_hash: entry.previousHash.toString('hex'),
    hash: entry.hash.toString('hex')
  }
}

const HEADINGS = ['recorded_at', 'chain', 'sequence', 'actor', 'action', 'subject', 'detail'] as const

/** The columns of a table of entries, for people and for CSV. */
export const AUDIT_HEADINGS: readonly string[] = HEADINGS

/** The cells beneath {@link AUDIT_HEADINGS}. */
export function auditCells(entry: AuditEntry): string[] {
  const { recordedAt, chain, sequence, actor, action, subject, detail } = entry
  return [recordedAt, chain, String(sequence), actor, action, subject, detail]
}
