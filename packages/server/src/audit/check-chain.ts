import type { AuditEntry } from './audit-entry.js'
import type { AuditHead } from './audit-head.js'
import { FIRST_PREVIOUS_HASH, hashEntry } from './hash-entry.js'

/** Reads the entries of one chain in order, and tells what is wrong with the first that is. */
export type ChainChecker = {
  /** How many entries were right, up to the first that isn't. */
  readonly entries: number
  /** Undefined while all is right. */
  readonly fault: ChainFault | undefined
  add(entry: AuditEntry): void
  /** Says that the chain has no more entries, and what it should have ended in. */
  end(head: AuditHead | undefined): void
}

export type ChainFault = { sequence: bigint; message: string }

/**
 * Makes the checker of one chain.
 *
 * @param kept heads of the chain that were kept elsewhere: the entries they name must be there, with those hashes
 */
export function createChainChecker(kept: readonly AuditHead[]): ChainChecker {
  const keptHashes = new Map(kept.map(({ sequence, hash }) => [sequence, hash]))
  let last: { sequence: bigint; hash: Buffer } = { sequence: 0n, hash: FIRST_PREVIOUS_HASH }
  let fault: ChainFault | undefined

  function findFault(entry: AuditEntry): string | undefined {
    const next = last.sequence + 1n
    if (entry.sequence !== next) return `is missing: after ${last.sequence} comes ${entry.sequence}`
    if (!hashEntry(entry).equals(entry.hash)) return 'was changed: its hash is not that of what it says'
    if (!entry.previousHash.equals(last.hash))
      return 'does not follow the entry before it: one of the two was put in another place'
    const keptHash = keptHashes.get(entry.sequence)
    if (keptHash !== undefined && keptHash !== entry.hash.toString('hex')) return 'is another one than when its hash was kept'
    return undefined
  }

  function report(sequence: bigint, what: string): void {
    fault ??= { sequence, message: `entry ${sequence} ${what}` }
  }

  return {
    get entries() {
      return Number(last.sequence)
    },
    get fault() {
      return fault
    },
    add(entry) {
      if (fault !== undefined) return
      const found = findFault(entry)
      if (found === undefined) last = entry
      else report(last.sequence + 1n, found)
    },
    end(head) {
      const beyond = kept.map(({ sequence }) => sequence).filter((sequence) => sequence > last.sequence)
      if (head === undefined) {
        if (last.sequence > 0n) report(last.sequence, 'is the last, and the chain has no head that says so')
      } else if (head.sequence > last.sequence) {
        report(last.sequence + 1n, `is missing: the head of the chain is ${head.sequence}`)
      } else if (head.sequence < last.sequence) {
        report(head.sequence + 1n, `was put in: the head of the chain is ${head.sequence}`)
      } else if (head.hash !== last.hash.toString('hex')) {
        report(last.sequence, 'has another hash than the head of the chain')
      }
      if (beyond.length > 0)
        report(last.sequence + 1n, `is missing: the chain reached ${beyond.reduce(larger)} when its head was kept`)
    }
  }
}

function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right
}
