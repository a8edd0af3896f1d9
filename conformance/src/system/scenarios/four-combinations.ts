import { expect, it } from 'vitest'
import { readBalance, readItems, refusalOf, submit, untilStatus } from '../batch-steps.js'
import { INVALID, makeItem, VALID } from '../make-item.js'
import type { System } from '../start-system.js'

/** One item that the bank pays, of 25,000.50, and one that it does not, of 10,000, in every combination. */
const COMBINATIONS = [
  { forceDisburse: false, skipValidation: false, asks: true, unpaid: 'invalid' },
  { forceDisburse: true, skipValidation: false, asks: true, unpaid: 'invalid' },
  { forceDisburse: true, skipValidation: true, asks: false, unpaid: 'failed' },
  { forceDisburse: false, skipValidation: true, asks: false, unpaid: 'failed' }
]

export function fourCombinations(system: () => System): void {
  it.each(COMBINATIONS)(
    'force_disburse=$forceDisburse with skip_validation=$skipValidation',
    async ({ forceDisburse, skipValidation, asks, unpaid }) => {
      const merchant = await system().makeMerchant()
      const id = await submit(merchant, [makeItem(VALID, '25000.5'), makeItem(INVALID)], { forceDisburse, skipValidation })

      if (!forceDisburse) {
        await untilStatus(merchant, id, 'need_approval')
        expect(await readBalance(merchant)).toBe('10000000000.00')
        if (asks) expect(await refusalOf(merchant.client.disbursements.approve(id))).toEqual([403, 'INVALID_DISBURSEMENT_STATUS'])
        const approved = await merchant.client.disbursements.approve(id, { ignoreInvalid: asks })
        expect(approved).toMatchObject({ status: 'approved', total_amount: '35000.50', total_disbursements: 2 })
      }

      const batch = await untilStatus(merchant, id, 'partially_success')
      const completed = await merchant.receive('disbursement.completed', id)
      expect(completed).toMatchObject({
        status: 'partially_success',
        currency: 'IDR',
        items_count: 2,
        success_item_count: 1,
        success_item_amount: '25000.50',
        failed_item_count: 1,
        failed_item_amount: '10000.00',
        total_amount: '35000.50',
        signature: batch.signature
      })
      const items = await readItems(merchant, id)
      expect(items.map(({ status }) => status)).toEqual(['done', unpaid])
      expect(completed.item_status).toEqual(items.map((item) => ({ id: item.id, status: item.status })))
      // Skipping the validation skips its event as well.
      expect(
        merchant
          .received()
          .map(({ event }) => event)
          .sort()
      ).toEqual(asks ? ['disbursement.completed', 'disbursement.validation_completed'] : ['disbursement.completed'])
      if (asks) {
        expect(await merchant.receive('disbursement.validation_completed', id)).toMatchObject({
          amount: '35000.50',
          total_valid_items: 1,
          total_valid_amount: '25000.50',
          total_invalid_items: 1,
          total_invalid_amount: '10000.00'
        })
      }
      // The fee of 2,500 is taken for what is paid, and for nothing else.
      expect(items.map(({ fee }) => fee)).toEqual(['2500.00', unpaid === 'failed' ? '2500.00' : ''])
      expect(await merchant.client.topups.balance()).toMatchObject({ balance_amount: '9999972499.50', balance: 9_999_972_499 })
    }
  )
}
