import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBatch } from '../batches/read-batch.js'
import { readTimeMs } from '../database/read-time.js'
import { claimItemsToSend } from '../items/claim-items.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { openCases } from './open-cases.js'

const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }
const WORD = { reference: 'BCA-00418', reason: 'confirmed by the branch' }

let server: TestServer
let merchant: TestMerchant
let scope: { merchantId: string; isLive: boolean; actor: string; batchId: string }

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A batch of three items, being sent a minute ago. */
beforeEach(async () => {
  await setClockShift(server.pool, 0)
  merchant = await server.makeMerchant()
  const items = Array.from({ length: 3 }, () => testItem())
  const batch = await submitTestBatch(
    server.pool,
    merchant.merchantId,
    { forceDisburse: true, skipValidation: true, items },
    1_000_00n
  )
  scope = { merchantId: merchant.merchantId, isLive: false, actor: 'test', batchId: batch.id }
  await releaseTestItems(server.pool, merchant.merchantId, batch.id)
  await claimItemsToSend(server.pool, { ...scope, rail: 'simulated_bank' }, { limit: 3, leaseMs: 60_000, workerId: 'worker_1' })
})

const record = (reports: ItemReport[]) => recordOutcomes(server.pool, { ...scope, policy: POLICY }, reports)
const transfer = (ordinal: number, outcome: Extract<ItemReport, { source: 'transfer' }>['outcome']): ItemReport => ({
  ordinal,
  attempt: 1,
  source: 'transfer',
  outcome
})
const PAID = { kind: 'paid', railReference: 'R' } as const
const UNKNOWN = { kind: 'unknown', reason: 'no answer' } as const
const REJECTED = { kind: 'rejected', code: 'CLOSED', reason: 'account closed' } as const

async function openCase(kind: Parameters<typeof openCases>[2][number]['kind'], ordinal = 0): Promise<string> {
  const connection = await server.pool.connect()
  try {
    const [id] = await openCases(connection, { ...scope, id: scope.batchId }, [{ kind, ordinal, detail: {} }])
    return id!
  } finally {
    connection.release()
  }
}

const settle = (id: string, body: Record<string, unknown>, headers: Record<string, string> = {}) =>
  merchant.call('POST', `/v1/cases/${id}/settle`, { body: { ...WORD, ...body }, headers })
const readItem = async (ordinal = 0) =>
  (
    await server.pool.query(
      `SELECT status, corrected_from AS "correctedFrom", failure_reason AS "failureReason", receipt FROM items WHERE batch_id = $1 AND ordinal = $2`,
      [scope.batchId, ordinal]
    )
  ).rows[0]
const expectBooksToHold = async () => expect((await verifyLedger(server.pool)).faults).toEqual([])

describe('settling a case', () => {
  it('as paid makes an item done that nobody could get an answer about, and the batch completes', async () => {
    await record([transfer(0, UNKNOWN), transfer(1, PAID), transfer(2, PAID)])
    const id = await openCase('unresolved')
    const settled = await settle(id, { resolution: 'paid' })
    expect(settled.status).toBe(200)
    expect(settled.body.data).toMatchObject({
      status: 'settled',
      item_status: 'done',
      allowed_resolutions: [],
      next_check_at: null,
      settlement: { ...WORD, resolution: 'paid', settled_by: merchant.apiKeyId }
    })
    expect(await readItem()).toMatchObject({ status: 'done', receipt: WORD.reference })
    expect(await readBatch(server.pool, scope, scope.batchId)).toMatchObject({ status: 'success', doneItems: 3, openItems: 0 })
    await expectBooksToHold()
  })

  it('as not paid makes it failed although its attempt was never answered, and gives its money back', async () => {
    await record([transfer(0, UNKNOWN), transfer(1, PAID), transfer(2, PAID)])
    const id = await openCase('unresolved')
    expect((await settle(id, { resolution: 'not_paid' })).status).toBe(200)
    expect(await readItem()).toMatchObject({ status: 'failed', failureReason: WORD.reason })
    expect(await readBatch(server.pool, scope, scope.batchId)).toMatchObject({ status: 'partially_success', failedItems: 1 })
    await expectBooksToHold()
  })

  it('does not stand in the way of late truth: what was settled as not paid and is paid goes through suspense', async () => {
    await record([transfer(0, UNKNOWN), transfer(1, PAID), transfer(2, PAID)])
    await settle(await openCase('unresolved'), { resolution: 'not_paid' })
    await record([transfer(0, PAID)])
    expect(await readItem()).toMatchObject({ status: 'done', correctedFrom: 'failed' })
    const { body } = await merchant.call('GET', '/v1/cases?status=open')
    expect(body.data.cases).toMatchObject([{ kind: 'paid_after_failed', allowed_resolutions: ['acknowledged'] }])
    const acknowledged = await settle(body.data.cases[0].id, { resolution: 'acknowledged' })
    expect(acknowledged.body.data.settlement.resolution).toBe('acknowledged')
    expect(await readItem()).toMatchObject({ status: 'done' })
    await expectBooksToHold()
  })

  it('as not paid takes back an item that is done and that no statement has', async () => {
    await record([transfer(0, PAID), transfer(1, PAID), transfer(2, PAID)])
    expect((await settle(await openCase('missing_there'), { resolution: 'not_paid' })).status).toBe(200)
    expect(await readItem()).toMatchObject({ status: 'failed', correctedFrom: 'done' })
    await expectBooksToHold()
  })

  it('is on the audit log, with the reference and the reason', async () => {
    await record([transfer(0, UNKNOWN)])
    const id = await openCase('contradiction')
    await settle(id, { resolution: 'acknowledged' })
    const { rows } = await server.pool.query(
      `SELECT action, actor, detail::json AS detail FROM audit_entries WHERE subject = $1`,
      [id]
    )
    expect(rows).toMatchObject([
      { action: 'case.settled', actor: merchant.apiKeyId, detail: { ...WORD, resolution: 'acknowledged', kind: 'contradiction' } }
    ])
  })

  it('gives the first answer again under the same request key, and is refused without one', async () => {
    await record([transfer(0, UNKNOWN)])
    const id = await openCase('unresolved')
    const headers = { 'X-Idempotency-Key': `settle-${id}` }
    const first = await settle(id, { resolution: 'paid' }, headers)
    const second = await settle(id, { resolution: 'paid' }, headers)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(second.text).toBe(first.text)
    const third = await settle(id, { resolution: 'not_paid' })
    expect(third).toMatchObject({ status: 403, body: { error_code: 'INVALID_DISBURSEMENT_STATUS' } })
    expect(third.body.error).toContain('settled already, as paid')
  })

  it('happens once when ten people do it at the same moment', async () => {
    await record([transfer(0, UNKNOWN), transfer(1, PAID), transfer(2, PAID)])
    const id = await openCase('unresolved')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => settle(id, { resolution: index % 2 === 0 ? 'paid' : 'not_paid' }))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(403)])
    await expectBooksToHold()
  })

  it('is refused while a worker of a lost history may still be sending the item', async () => {
    await record([transfer(0, UNKNOWN)])
    await server.pool.query(`UPDATE transfer_attempts SET worker_id = 'restored' WHERE batch_id = $1`, [scope.batchId])
    const id = await openCase('unresolved')
    expect((await settle(id, { resolution: 'not_paid' })).body.error).toContain('being sent at this moment')
    await setClockShift(server.pool, 61_000)
    expect((await settle(id, { resolution: 'not_paid' })).status).toBe(200)
    await expectBooksToHold()
  })

  it('leaves the case open where the word is not taken in the end, as by a clock that goes back meanwhile', async () => {
    await setClockShift(server.pool, 61_000)
    const id = await openCase('unresolved')
    await server.pool.query(`
      CREATE FUNCTION hand_out_again() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE transfer_attempts SET send_until = arus_now() + interval '1 minute' WHERE batch_id = NEW.batch_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER hand_out_again AFTER UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION hand_out_again()`)
    const refused = await settle(id, { resolution: 'not_paid' })
    await server.pool.query('DROP FUNCTION hand_out_again CASCADE')
    expect(refused).toMatchObject({ status: 403, body: { error_code: 'INVALID_DISBURSEMENT_STATUS' } })
    expect(refused.body.error).toContain('how its item stands has changed at this moment')
    expect((await settle(id, { resolution: 'not_paid' })).status).toBe(200)
    await expectBooksToHold()
  })

  it('is refused while the item is being sent, and when the bank could not have said so', async () => {
    const id = await openCase('unresolved')
    expect((await settle(id, { resolution: 'not_paid' })).body.error).toContain('being sent at this moment')
    await setClockShift(server.pool, 61_000)
    const refused = await settle(id, { resolution: 'acknowledged' })
    expect(refused.status).toBe(403)
    expect(refused.body.error).toContain('only as paid or not_paid')
    expect((await settle(id, { resolution: 'paid' })).status).toBe(200)
  })

  it('needs a reference and a reason that say something', async () => {
    await record([transfer(0, UNKNOWN)])
    const id = await openCase('unresolved')
    for (const [field, value] of [
      ['reference', ' '],
      ['reason', ''],
      ['reference', undefined],
      ['resolution', 'perhaps']
    ] as const) {
      const answer = await settle(id, { resolution: 'paid', [field]: value })
      expect(answer.status).toBe(400)
      expect(answer.body.errors).toMatchObject([{ field }])
    }
  })
})

describe('cases', () => {
  it('are listed open ones first with age, reason and next check, and by status, kind and batch', async () => {
    await record([transfer(0, UNKNOWN), transfer(1, REJECTED), transfer(2, PAID)])
    const first = await openCase('unresolved', 0)
    const second = await openCase('contradiction', 1)
    await settle(second, { resolution: 'acknowledged' })
    const third = await openCase('contradiction', 2)
    await setClockShift(server.pool, 3_600_000)
    const list = async (query: string) =>
      (await merchant.call('GET', `/v1/cases${query}`)).body.data.cases.map(({ id }: { id: string }) => id)
    expect(await list('')).toEqual([first, third, second])
    expect(await list('?status=open')).toEqual([first, third])
    expect(await list('?status=settled')).toEqual([second])
    expect(await list('?kind=contradiction')).toEqual([third, second])
    expect(await list(`?disbursement_id=${scope.batchId}&limit=1&skip=1`)).toEqual([third])
    expect(await list('?disbursement_id=dis_other')).toEqual([])
    const { body } = await merchant.call('GET', `/v1/cases/${first}`)
    expect(body.data.reason).toContain('no clear word')
    expect(body.data.age_seconds).toBeGreaterThanOrEqual(3_600)
    const { rows } = await server.pool.query('SELECT due_at FROM items WHERE batch_id = $1 AND ordinal = 0', [scope.batchId])
    expect(body.data.next_check_at).toBe(rows[0].due_at)
    expect((await merchant.call('GET', `/v1/cases/${third}`)).body.data.next_check_at).toBeNull()
  })

  it('are nobody else’s: another merchant and another mode read and settle nothing', async () => {
    const id = await openCase('contradiction')
    for (const stranger of [await server.makeMerchant(), await server.makeMerchant({ isLive: true })]) {
      expect((await stranger.call('GET', '/v1/cases')).body.data.count).toBe(0)
      expect((await stranger.call('GET', `/v1/cases/${id}`)).status).toBe(404)
      const body = { ...WORD, resolution: 'acknowledged' }
      expect((await stranger.call('POST', `/v1/cases/${id}/settle`, { body })).status).toBe(404)
    }
  })

  it('tell their merchant once each, several for a batch, in the transaction that opens them', async () => {
    const ids = [await openCase('contradiction', 0), await openCase('contradiction', 1)]
    await openCase('contradiction', 1)
    const { body } = await merchant.call('GET', '/v1/events?type=disbursement.case_opened')
    expect(body.data.events.map(({ data }: { data: { id: string } }) => data.id).sort()).toEqual(ids.sort())
    expect(body.data.events[0].data).toMatchObject({ type: 'case', kind: 'contradiction', disbursement_id: scope.batchId })
    const connection = await server.pool.connect()
    try {
      await connection.query('BEGIN')
      await openCases(connection, { ...scope, id: scope.batchId }, [{ kind: 'contradiction', ordinal: 2, detail: {} }])
      await connection.query('ROLLBACK')
    } finally {
      connection.release()
    }
    expect((await merchant.call('GET', '/v1/events?type=disbursement.case_opened')).body.data.count).toBe(2)
  })

  it('are closed as answered when the bank gives its word after all', async () => {
    await record([transfer(0, UNKNOWN)])
    const id = await openCase('unresolved')
    await record([{ ordinal: 0, attempt: 1, source: 'status', outcome: PAID, askedAtMs: await readTimeMs(server.pool) }])
    expect((await merchant.call('GET', `/v1/cases/${id}`)).body.data.settlement).toMatchObject({
      resolution: 'answered',
      reference: '',
      settled_by: ''
    })
  })
})
