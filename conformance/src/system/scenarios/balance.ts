import { expect, it } from 'vitest'
import { until } from '../../../../packages/server/src/testing/until.js'
import { readBalance, refusalOf, submit, untilStatus } from '../batch-steps.js'
import { makeItem, VALID } from '../make-item.js'
import type { SystemMerchant } from '../make-merchant.js'
import type { System } from '../start-system.js'

/** As much as a new merchant has in test mode: with the fees of ten items it is 25,000 too much. */
const ALL_OF_IT = Array.from({ length: 10 }, () => makeItem(VALID, '1000000000'))

async function topUp({ client }: SystemMerchant, amount: string) {
  const [bank] = await client.banks.list()
  const instruction = await client.topups.create({ bank_id: bank!.id, amount })
  return { instruction, topup: await client.simulator.completeTopup(instruction.id) }
}

export function balances(system: () => System): void {
  it('an approval that the balance does not cover is refused, and the batch waits', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, ALL_OF_IT)
    await untilStatus(merchant, id, 'need_approval')
    const before = await merchant.countRows()
    expect(await refusalOf(merchant.client.disbursements.approve(id))).toEqual([403, 'INSUFFICIENT_BALANCE'])
    expect(await merchant.countRows()).toEqual(before)
    expect((await merchant.client.disbursements.get(id)).status).toBe('need_approval')
    expect(await readBalance(merchant)).toBe('10000000000.00')

    await topUp(merchant, '25000')
    expect((await merchant.client.disbursements.approve(id)).status).toBe('approved')
    await untilStatus(merchant, id, 'success')
  })

  it('a forced batch that the balance does not cover says so, and is paid when a top-up lands', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, ALL_OF_IT, { forceDisburse: true })
    expect(await merchant.receive('disbursement.approval_blocked', id)).toMatchObject({
      status: 'need_approval',
      required_amount: '10000025000.00',
      available_amount: '10000000000.00',
      shortfall_amount: '25000.00'
    })
    expect((await merchant.client.disbursements.get(id)).status).toBe('need_approval')

    const { instruction, topup } = await topUp(merchant, '25000')
    const code = instruction.transfer_to.unique_code
    expect(topup).toMatchObject({ status: 'completed', actual_amount: `${25_000 + code}.00`, unique_code: code })
    await untilStatus(merchant, id, 'success')
    expect((await merchant.receive('disbursement.completed', id)).success_item_count).toBe(10)
    expect(await readBalance(merchant)).toBe(`${code}.00`)
    // Told once, however often it was tried.
    const blocked = merchant.received().filter(({ event }) => event === 'disbursement.approval_blocked')
    expect(blocked).toHaveLength(1)
  })

  it('a top-up counts once, however often it is completed', async () => {
    const merchant = await system().makeMerchant()
    const { topup } = await topUp(merchant, '50000')
    expect(await merchant.client.simulator.completeTopup(topup.id)).toEqual(topup)
    expect(await merchant.client.topups.get(topup.id)).toEqual(topup)
    expect(await readBalance(merchant)).toBe(`${10_000_050_000 + topup.unique_code}.00`)
  })

  it('money on hold is not there to be spent, and comes back from what is not paid', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem('990020'), makeItem('990030', '70000')], { forceDisburse: true })
    const held = await until(
      () => merchant.client.topups.balance(),
      (balance) => balance.on_hold_amount === '12500.00'
    )
    expect(held).toMatchObject({ balance_amount: '9999987500.00' })
    await untilStatus(merchant, id, 'partially_success')
    expect(await merchant.client.topups.balance()).toMatchObject({ on_hold_amount: '0.00', balance_amount: '9999987500.00' })
  })
}
