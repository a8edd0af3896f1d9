import { createHash } from 'node:crypto'

export type BatchKeyParts = {
  /** The payroll file's bytes, exactly as they are on disk. */
  fileBytes: Uint8Array
  /** Whose money it is, as the server says it; '' from a server that doesn't say. */
  merchantId: string
  mode: 'test' | 'live'
  /** Why the same file is paid another time; '' the first time. */
  againReason: string
}

/**
 * Makes the idempotency key of a batch from what the batch is, so that the same file can't be paid twice by running
 * the command twice, on another computer, or after a crash between "sent" and "written down".
 *
 * SHA-256 over `arus-submit-v1`, merchant, mode, reason and the SHA-256 of the file, as one JSON list. Options such
 * as `--force` or `--name` are left out on purpose: they change how a payroll is paid, not which payroll it is.
 *
 * @example
 * batchKey({ fileBytes, merchantId: 'mer_MsCtIPhqRc8045', mode: 'test', againReason: '' }) // 'payroll-5f0c…', 72 characters
 */
export function batchKey(parts: BatchKeyParts): string {
  const fileHash = createHash('sha256').update(parts.fileBytes).digest('hex')
  // JSON keeps the parts apart whatever the reason contains.
  const text = JSON.stringify(['arus-submit-v1', parts.merchantId, parts.mode, parts.againReason, fileHash])
  return `payroll-${createHash('sha256').update(text).digest('hex')}`
}
