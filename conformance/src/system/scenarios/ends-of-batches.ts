import { expect, it } from 'vitest'
import { readBalance, readItems, refusalOf, submit, untilStatus } from '../batch-steps.js'
import { INVALID, makeItem, VALID } from '../make-item.js'
import type { System } from '../start-system.js'

export function endsOfBatches(system: () => System): void {
  it('a batch of valid items alone ends as success', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem(VALID), makeItem('8422642')])
    await untilStatus(merchant, id, 'need_approval')
    await merchant.client.disbursements.approve(id)
    const batch = await untilStatus(merchant, id, 'success')
    expect(batch).toMatchObject({ fees: 5000, item_counts: { done: 2 }, total_amount: '20000.00' })
    expect(await merchant.client.disbursements.status(id)).toMatchObject({ is_completed: true, signature: batch.signature })
    expect((await merchant.receive('disbursement.completed', id)).status).toBe('success')
    expect(await readBalance(merchant)).toBe('9999975000.00')
  })

  it('an unknown bank makes an invalid item, not a refused batch', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [
      { ...makeItem(VALID), bank_code: 'bcaa' },
      { ...makeItem(VALID), bank_code: 'BCA' }
    ])
    await untilStatus(merchant, id, 'need_approval')
    const [unknown, known] = await readItems(merchant, id)
    expect(unknown).toMatchObject({ status: 'invalid', bank_code: 'bcaa', invalid_fields: [{ key: 'bank_code' }] })
    expect(known).toMatchObject({ status: 'valid', bank_code: 'bca', real_name: 'SITI RAHAYU' })
  })

  it.each([{ forceDisburse: false }, { forceDisburse: true }])(
    'a batch of invalid items alone fails, and moves no money, with force_disburse=$forceDisburse',
    async ({ forceDisburse }) => {
      const merchant = await system().makeMerchant()
      const id = await submit(merchant, [makeItem(INVALID), makeItem('8422643')], { forceDisburse })
      if (!forceDisburse) {
        await untilStatus(merchant, id, 'need_approval')
        expect(await refusalOf(merchant.client.disbursements.approve(id))).toEqual([403, 'INVALID_DISBURSEMENT_STATUS'])
        expect((await merchant.client.disbursements.approve(id, { ignoreInvalid: true })).status).toBe('failed')
      }
      await untilStatus(merchant, id, 'failed')
      expect((await merchant.receive('disbursement.validation_completed', id)).total_valid_items).toBe(0)
      expect(await merchant.receive('disbursement.completed', id)).toMatchObject({
        status: 'failed',
        success_item_count: 0,
        failed_item_count: 2,
        failed_item_amount: '20000.00'
      })
      expect(await readBalance(merchant)).toBe('10000000000.00')
    }
  )

  it('a batch that is deleted is gone, and its key stays used', async () => {
    const merchant = await system().makeMerchant()
    const { disbursements } = merchant.client
    // Of this account the bank says nothing at first, so the one batch is deleted while it is being validated.
    for (const [account, status] of [
      ['22990080', 'draft'],
      [VALID, 'need_approval']
    ] as const) {
      const batch = { items: [makeItem(account)] }
      const { id } = await disbursements.submit(batch, { idempotencyKey: account })
      await untilStatus(merchant, id, status)
      await disbursements.delete(id)
      expect(await refusalOf(disbursements.get(id))).toEqual([404, 'DPAY_NOT_FOUND'])
      expect(await refusalOf(disbursements.getByKey(account))).toEqual([404, 'DPAY_NOT_FOUND'])
      expect(await refusalOf(disbursements.approve(id))).toEqual([404, 'DPAY_NOT_FOUND'])
      expect(await refusalOf(disbursements.submit(batch, { idempotencyKey: account }))).toEqual([
        403,
        'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'
      ])
    }
    expect((await disbursements.list().page()).count).toBe(0)
  })

  it('a batch that is rejected says why, and is never paid or deleted', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem(VALID)])
    await untilStatus(merchant, id, 'need_approval')
    expect((await merchant.client.disbursements.reject(id, 'two of them have left')).status).toBe('rejected')
    expect((await merchant.client.disbursements.get(id)).general_notes).toBe('two of them have left')
    expect(await refusalOf(merchant.client.disbursements.approve(id))).toEqual([403, 'INVALID_DISBURSEMENT_STATUS'])
    expect(await refusalOf(merchant.client.disbursements.delete(id))).toEqual([403, 'INVALID_DISBURSEMENT_STATUS'])
    expect(await readBalance(merchant)).toBe('10000000000.00')
  })
}
