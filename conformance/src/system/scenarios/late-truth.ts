import type { DisbursementItem } from '@arus/durianpay'
import { readBook } from '@arus/server'
import { expect, it } from 'vitest'
import { until } from '../../../../packages/server/src/testing/until.js'
import { readBalance, readItems, refusalOf, submit, untilStatus } from '../batch-steps.js'
import { makeItem, VALID } from '../make-item.js'
import type { System } from '../start-system.js'

export function lateTruth(system: () => System): void {
  it('an item without an answer ends as a person at the bank settles it', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem('990050'), makeItem('11990050', '20000')], { forceDisburse: true })
    await until(
      async () => (await merchant.receive('disbursement.settling', id)).unresolved_item_count,
      (count) => count === 2
    )
    const [first, second] = await readItems(merchant, id)
    expect([first!.status, second!.status]).toEqual(['processing', 'processing'])

    expect(await merchant.client.simulator.settleItem(first!.id, { outcome: 'done' })).toMatchObject({ status: 'done' })
    expect(await merchant.client.simulator.settleItem(second!.id, { outcome: 'failed', reason: 'account closed' })).toMatchObject(
      { status: 'failed', failure_reason: 'account closed' }
    )
    await untilStatus(merchant, id, 'partially_success')
    expect(await merchant.receive('disbursement.completed', id)).toMatchObject({
      success_item_amount: '10000.00',
      failed_item_amount: '20000.00'
    })
    expect(await readBalance(merchant)).toBe('9999987500.00')
  })

  it('what turns out otherwise after the end is corrected and told of, and the batch stays as it was told', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem(VALID), makeItem('990030', '20000')], { forceDisburse: true })
    await untilStatus(merchant, id, 'partially_success')
    const told = await merchant.receive('disbursement.completed', id)
    const before = await merchant.client.disbursements.get(id)
    const [paid, refused] = await readItems(merchant, id)

    for (const [item, outcome, from] of [
      [paid!, 'failed', 'done'],
      [refused!, 'done', 'failed']
    ] as const) {
      await merchant.client.simulator.settleItem(item.id, { outcome, reason: 'seen on the statement' })
      await until(
        async () => merchant.received().filter((event) => event.event === 'disbursement.item_corrected'),
        (events) => events.some(({ data }) => data.item.id === item.id)
      )
      const corrections = merchant.received().flatMap((one) => (one.event === 'disbursement.item_corrected' ? [one.data] : []))
      expect(corrections.find((data) => data.item.id === item.id)).toMatchObject({
        status: 'partially_success',
        total_amount: '30000.00',
        item: { status: outcome, corrected_from: from, amount: item.amount }
      })
    }
    expect((await readItems(merchant, id)).map(({ status, corrected_from }) => [status, corrected_from])).toEqual([
      ['failed', 'done'],
      ['done', 'failed']
    ])
    const after = await merchant.client.disbursements.get(id)
    expect({ ...after, item_counts: before.item_counts, updated_at: before.updated_at }).toEqual(before)
    expect(await merchant.receive('disbursement.completed', id)).toEqual(told)
    expect(merchant.received().filter(({ event }) => event === 'disbursement.completed')).toHaveLength(1)
    const statusInTheBook = async ({ id }: DisbursementItem) =>
      (await readBook(system().pool, { references: [id] })).map(({ status }) => status)
    expect([await statusInTheBook(paid!), await statusInTheBook(refused!)]).toEqual([['reversed'], ['paid']])
  })

  it('an item that never was at the bank can not be settled there', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem(VALID)])
    await untilStatus(merchant, id, 'need_approval')
    const [item] = await readItems(merchant, id)
    expect(await refusalOf(merchant.client.simulator.settleItem(item!.id, { outcome: 'done' }))).toEqual([
      403,
      'INVALID_DISBURSEMENT_STATUS'
    ])
  })
}
