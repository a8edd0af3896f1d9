import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { refusalOf, submit, untilStatus } from '../batch-steps.js'
import { makeItem, VALID } from '../make-item.js'
import type { Answer, SystemMerchant } from '../make-merchant.js'
import type { System } from '../start-system.js'

const batch = { name: 'July', items: [makeItem(VALID)] }
const FIFTY = Array.from({ length: 50 })

const submitWith = (merchant: SystemMerchant, headers: Record<string, string>, body: object = batch): Promise<Answer> =>
  merchant.call('POST', '/v1/disbursements/submit', { body, headers })

const countBatches = async (merchant: SystemMerchant) => (await merchant.client.disbursements.list().page()).count

export function repeatedRequests(system: () => System): void {
  it('fifty submits at once with the same request key make exactly one batch', async () => {
    const merchant = await system().makeMerchant()
    const headers = { 'X-Idempotency-Key': randomUUID() }
    const answers = await Promise.all(FIFTY.map(() => submitWith(merchant, headers)))
    const taken = answers.filter(({ status }) => status === 200)
    const waiting = answers.filter(({ status }) => status === 409)
    expect(taken.length + waiting.length).toBe(50)
    expect(new Set(taken.map(({ body }) => body.data.id)).size).toBe(1)
    for (const { headers, body } of waiting)
      expect([body.error_code, headers.get('retry-after')]).toEqual(['REQUEST_ALREADY_SUBMITTED', '1'])
    expect(await countBatches(merchant)).toBe(1)
    const again = await submitWith(merchant, headers)
    expect([again.status, again.headers.get('idempotent-replayed'), again.body]).toEqual([200, 'true', taken[0]!.body])
    await untilStatus(merchant, taken[0]!.body.data.id, 'need_approval')
  })

  it('fifty submits at once with the same batch key make exactly one batch', async () => {
    const merchant = await system().makeMerchant()
    const idempotency_key = randomUUID()
    const answers = await Promise.all(
      FIFTY.map(() => submitWith(merchant, { idempotency_key, 'X-Idempotency-Key': randomUUID() }))
    )
    const codes = answers.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body.error_code}`)
    expect(codes).toHaveLength(49)
    expect([...new Set(codes)]).toEqual(['403 DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'])
    expect(await countBatches(merchant)).toBe(1)
  })

  it('a key that comes again with another body is refused, and changes nothing', async () => {
    const merchant = await system().makeMerchant()
    const headers = { 'X-Idempotency-Key': randomUUID(), idempotency_key: randomUUID() }
    const first = await submitWith(merchant, headers)
    await untilStatus(merchant, first.body.data.id, 'need_approval')
    await merchant.receive('disbursement.validation_completed', first.body.data.id)
    const before = await merchant.countRows()
    const other = await submitWith(merchant, headers, { ...batch, name: 'August' })
    expect([other.status, other.body.error_code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED'])
    expect(await merchant.countRows()).toEqual(before)
  })

  it('fifty approvals at once pay once', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, batch.items)
    await untilStatus(merchant, id, 'need_approval')
    const answers = await Promise.all(FIFTY.map(() => merchant.call('POST', `/v1/disbursements/${id}/approve`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body.error_code}`)
    expect([...new Set(refused)]).toEqual(['403 INVALID_DISBURSEMENT_STATUS'])
    await untilStatus(merchant, id, 'success')
    expect((await merchant.client.topups.balance()).balance_amount).toBe('9999987500.00')
  })

  it('an approval is refused while the batch is being validated, while it is paid, and after its end', async () => {
    const merchant = await system().makeMerchant()
    const { approve } = merchant.client.disbursements
    const refused = [403, 'INVALID_DISBURSEMENT_STATUS']
    // The bank says nothing of the one account at first, and pays to the other after 2 seconds.
    const id = await submit(merchant, [makeItem('21990080'), makeItem('990020')])
    expect((await merchant.client.disbursements.get(id)).status).toBe('draft')
    expect(await refusalOf(approve(id))).toEqual(refused)
    await untilStatus(merchant, id, 'need_approval')
    const requestKey = randomUUID()
    const approved = await approve(id, { requestKey })
    expect(await refusalOf(approve(id))).toEqual(refused)
    expect(await approve(id, { requestKey })).toEqual(approved)
    await untilStatus(merchant, id, 'success')
    expect(await refusalOf(approve(id))).toEqual(refused)
    expect(await approve(id, { requestKey })).toEqual(approved)
  })
}
