import { expect, it } from 'vitest'
import { refusalOf } from '../batch-steps.js'
import { INVALID, VALID } from '../make-item.js'
import type { System } from '../start-system.js'

export function accountValidations(system: () => System): void {
  it.each([
    { account: VALID, status: 'valid' },
    { account: INVALID, status: 'invalid' },
    // The bank answers the third time.
    { account: '23990080', status: 'valid' }
  ])(
    'account $account is being asked about at first, and $status in the end, as its webhook says',
    async ({ account, status }) => {
      const merchant = await system().makeMerchant()
      const question = { bank_code: 'bca', account_number: account }
      const first = await merchant.client.accounts.validate(question)
      expect(first).toEqual({ ...question, account_holder: '', status: 'processing' })

      const told = await merchant.receive('account_validation.completed', account)
      expect(told).toMatchObject({ ...question, status })
      expect(told.account_holder === '').toBe(status === 'invalid')
      const { signature: _, ...known } = told
      expect(await merchant.client.accounts.validate(question)).toEqual(known)
      expect(merchant.received()).toHaveLength(1)
    }
  )

  it.each([
    [{ bank_code: 'bca' }, 'account_number'],
    [{ bank_code: 'bca', account_number: '84A2' }, 'account_number'],
    [{ account_number: VALID }, 'bank_code'],
    [{ bank_code: 14, account_number: VALID }, 'bank_code']
  ])('%j is refused, %s is named and nothing is kept', async (question, field) => {
    const merchant = await system().makeMerchant()
    const before = await merchant.countRows()
    const { status, body } = await merchant.call('POST', '/v1/disbursements/validate', { body: question })
    expect(status).toBe(400)
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field])
    expect(await merchant.countRows()).toEqual(before)
    expect(await refusalOf(merchant.client.accounts.validate(question as never))).toEqual([400, 'DPAY_INVALID_REQUEST'])
  })
}
