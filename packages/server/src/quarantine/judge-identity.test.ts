import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatabaseIdentity, RecordedIdentity } from './database-identity.js'
import { type IdentityFacts, judgeIdentity } from './judge-identity.js'

const found: DatabaseIdentity = { systemIdentifier: '7000000000000000001', databaseOid: '16384', timeline: 1 }
const recorded = (changes: Partial<RecordedIdentity> = {}): RecordedIdentity => ({
  ...found,
  mark: 100n,
  markedAt: '2026-07-01T00:00:00Z',
  ...changes
})
const judge = (changes: Partial<IdentityFacts>) =>
  judgeIdentity({ found, inside: recorded(), outside: recorded(), hasBatches: true, wasQuarantinedSince: false, ...changes })

const OTHERS = [
  { reason: 'other_server', change: { systemIdentifier: '7000000000000000002' } },
  { reason: 'other_database', change: { databaseOid: '16999' } },
  { reason: 'other_timeline', change: { timeline: 2 } }
] as const

describe('judgeIdentity', () => {
  it('serves what nothing is recorded of: a first start, and a database from before, which it tells apart', () => {
    expect(judge({ inside: undefined, outside: undefined, hasBatches: false })).toEqual({ kind: 'serve', because: 'first_start' })
    expect(judge({ inside: undefined, outside: undefined })).toEqual({ kind: 'serve', because: 'before_identities' })
  })

  it('serves the same database as ever, also on a host whose file is older than the last mark', () => {
    expect(judge({})).toEqual({ kind: 'serve', because: 'same' })
    expect(judge({ outside: recorded({ mark: 7n }) })).toEqual({ kind: 'serve', because: 'same' })
  })

  it('trusts what is recorded inside where this host has recorded nothing', () => {
    expect(judge({ outside: undefined })).toEqual({ kind: 'serve', because: 'new_here' })
  })

  it.each(OTHERS)('quarantines by the row inside alone, on a host that has recorded nothing: $reason', ({ reason, change }) => {
    expect(judge({ outside: undefined, inside: recorded(change) })).toEqual({ kind: 'quarantine', reason })
  })

  it.each(OTHERS)(
    'quarantines a database that this host did not serve last, though it knows itself: $reason',
    ({ reason, change }) => {
      expect(judge({ outside: recorded(change) })).toEqual({ kind: 'quarantine', reason })
      expect(judge({ outside: recorded(change), wasQuarantinedSince: true })).toEqual({ kind: 'serve', because: 'dealt_with' })
    }
  )

  it.each(OTHERS)('quarantines what differs from both, whatever was dealt with before: $reason', ({ reason, change }) => {
    const both = { inside: recorded(change), outside: recorded(change) }
    expect(judge(both)).toEqual({ kind: 'quarantine', reason })
    expect(judge({ ...both, wasQuarantinedSince: true })).toEqual({ kind: 'quarantine', reason })
  })

  it.each(OTHERS)(
    'quarantines a dump of another database in the place of the one that was served: $reason',
    ({ reason, change }) => {
      expect(judge({ inside: recorded(change) })).toEqual({ kind: 'quarantine', reason })
    }
  )

  it('quarantines an older copy of the same database, once', () => {
    const older = { outside: recorded({ mark: 101n }) }
    expect(judge(older)).toEqual({ kind: 'quarantine', reason: 'older_copy' })
    expect(judge({ ...older, wasQuarantinedSince: true })).toEqual({ kind: 'serve', because: 'dealt_with' })
  })

  it('quarantines batches that came without a record of their database to a host that has one', () => {
    expect(judge({ inside: undefined })).toEqual({ kind: 'quarantine', reason: 'never_marked' })
    const elsewhere = recorded({ systemIdentifier: '7000000000000000002' })
    expect(judge({ inside: undefined, outside: elsewhere })).toEqual({ kind: 'quarantine', reason: 'other_server' })
  })

  it('serves a new and empty database in the place of another: there is nothing in it to be paid', () => {
    const elsewhere = recorded({ systemIdentifier: '7000000000000000002' })
    for (const outside of [elsewhere, recorded()]) {
      expect(judge({ inside: undefined, outside, hasBatches: false })).toEqual({ kind: 'serve', because: 'new_database' })
    }
  })

  it('serves nothing with batches in it that is not exactly what the row inside says, whatever else is recorded', () => {
    const identity = fc.record({
      systemIdentifier: fc.constantFrom('1', '2'),
      databaseOid: fc.constantFrom('1', '2'),
      timeline: fc.constantFrom(1, 2)
    })
    const record = fc.tuple(identity, fc.bigInt(0n, 3n)).map(([one, mark]) => recorded({ ...one, mark }))
    const facts = fc.record({
      found: identity,
      inside: record,
      outside: fc.option(record, { nil: undefined }),
      hasBatches: fc.constant(true),
      wasQuarantinedSince: fc.boolean()
    })
    fc.assert(
      fc.property(facts, (one) => {
        const isSame = (left: DatabaseIdentity, right: DatabaseIdentity) =>
          left.systemIdentifier === right.systemIdentifier &&
          left.databaseOid === right.databaseOid &&
          left.timeline === right.timeline
        const verdict = judgeIdentity(one)
        if (!isSame(one.inside, one.found)) expect(verdict.kind).toBe('quarantine')
        const isOlder = one.outside !== undefined && one.inside.mark < one.outside.mark
        if (one.outside !== undefined && (isOlder || !isSame(one.outside, one.found)) && !one.wasQuarantinedSince)
          expect(verdict.kind).toBe('quarantine')
      })
    )
  })
})
