import { readFile } from 'node:fs/promises'
import type { AuditHead } from '@arus/server'
import { CommandError } from '../command-line/command-result.js'

/**
 * Reads a file that `arus audit heads --json` printed.
 *
 * @throws CommandError (badInput) when it can't be read, or is none
 */
export async function readKeptHeads(path: string): Promise<AuditHead[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new CommandError('badInput', `${path} can't be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`)
  }
  const heads = parseHeads(text)
  if (heads === undefined) throw new CommandError('badInput', `${path} is not what "arus audit heads --json" printed`)
  return heads
}

function parseHeads(text: string): AuditHead[] | undefined {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return undefined
  }
  const heads = (document as { heads?: unknown } | null)?.heads
  return Array.isArray(heads) && heads.every(isHead)
    ? heads.map(({ chain, sequence, hash }) => ({ chain, sequence: BigInt(sequence), hash }))
    : undefined
}

function isHead(value: unknown): value is { chain: string; sequence: number; hash: string } {
  const { chain, sequence, hash } = (value ?? {}) as Record<string, unknown>
  return typeof chain === 'string' && Number.isSafeInteger(sequence) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
}
