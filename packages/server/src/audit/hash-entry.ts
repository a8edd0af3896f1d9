import { createHash } from 'node:crypto'
import type { AuditEntry } from './audit-entry.js'

/** What comes before the first entry of a chain. */
export const FIRST_PREVIOUS_HASH: Buffer = Buffer.alloc(32)

/**
 * Makes the hash of an entry: SHA-256 over a JSON array of everything that it says, and of the hash before it. An array,
 * so that no part can run over into the next. Anybody can make it again, with no key.
 *
 * @example
 * hashEntry({ ...entry, previousHash: FIRST_PREVIOUS_HASH }) // 32 bytes
 */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): Buffer {
  const text = JSON.stringify([
    'arus audit v1',
    entry.chain,
    String(entry.sequence),
    entry.recordedAt,
    entry.isLive,
    entry.actor,
    entry.action,
    entry.subject,
    entry.detail,
    entry.previousHash.toString('hex')
  ])
  return createHash('sha256').update(text, 'utf8').digest()
}
