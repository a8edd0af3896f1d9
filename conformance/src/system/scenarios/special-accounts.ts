import { readBook } from '@arus/server'
import { expect, it } from 'vitest'
import {
  ANOTHER_HOLDER,
  type Behaviour,
  SPECIAL_ACCOUNT_NUMBERS
} from '../../../../packages/server/src/rails/simulated-bank/special-account-numbers.js'
import { setClockShift } from '../../../../packages/server/src/testing/set-clock-shift.js'
import { until } from '../../../../packages/server/src/testing/until.js'
import { readItems, submit, untilStatus } from '../batch-steps.js'
import { INVALID, makeItem, VALID } from '../make-item.js'
import { readAttempts } from '../read-attempts.js'
import { PAST_A_LEASE_MS, type System } from '../start-system.js'

type Promised = { status?: string; realName?: string; failureReason?: string; outcomes?: string[]; atLeastMs?: number }

/** What the description of each number promises: a behaviour that is not here does not compile. */
const PROMISES: Record<Behaviour, Promised> = {
  pays: { outcomes: ['paid'] },
  does_not_exist: { status: 'invalid', realName: '', outcomes: [] },
  belongs_to_another: { realName: ANOTHER_HOLDER, outcomes: ['paid'] },
  // The attempt's own outcome is what its call brought; that it was paid came from asking.
  pays_slowly: { atLeastMs: 2000 },
  rejects_the_transfer: { status: 'failed', failureReason: 'the account is blocked', outcomes: ['rejected'] },
  pays_without_an_answer: { outcomes: ['paid'], atLeastMs: 1000 },
  // Its second half, the transfer that is sent again, is the next test: a lease must end before.
  loses_the_first_transfer: { status: 'processing', outcomes: ['unknown'] },
  throttles: { outcomes: ['deferred', 'deferred', 'paid'], atLeastMs: 2000 },
  is_down: { atLeastMs: 3000 },
  leaves_inquiries_unanswered: { outcomes: ['paid'] }
}

const ACCOUNTS: { behaviour: Behaviour; accountNumber: string }[] = [
  { behaviour: 'pays', accountNumber: VALID },
  { behaviour: 'does_not_exist', accountNumber: INVALID },
  ...SPECIAL_ACCOUNT_NUMBERS.map(({ behaviour, suffix }) => ({ behaviour, accountNumber: `8422${suffix}` }))
]

export function specialAccounts(system: () => System): void {
  it('each special account number does what its description promises, side by side in one batch', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(
      merchant,
      ACCOUNTS.map(({ accountNumber }) => makeItem(accountNumber))
    )
    await untilStatus(merchant, id, 'need_approval')
    expect((await merchant.receive('disbursement.validation_completed', id)).total_invalid_items).toBe(1)
    await merchant.client.disbursements.approve(id, { ignoreInvalid: true })
    const settling = await merchant.receive('disbursement.settling', id)
    expect(settling.unresolved_items_by_state.no_clear_answer_from_the_bank).toBeGreaterThanOrEqual(1)

    const items = await until(
      () => readItems(merchant, id),
      (read) => read.filter(({ status }) => status === 'processing').length === 1
    )
    const book = await readBook(system().pool)
    for (const [ordinal, { behaviour }] of ACCOUNTS.entries()) {
      const item = items[ordinal]!
      const attempts = await readAttempts(system().pool, item.id)
      const { status = 'done', realName = 'SITI RAHAYU', failureReason = '', outcomes, atLeastMs = 0 } = PROMISES[behaviour]
      expect({ behaviour, status: item.status, holder: item.real_name, reason: item.failure_reason }).toEqual({
        behaviour,
        status,
        holder: realName,
        reason: failureReason
      })
      if (outcomes !== undefined) expect([behaviour, attempts.map(({ outcome }) => outcome)]).toEqual([behaviour, outcomes])
      const tookMs = Date.parse(item.disbursement_status_set_at ?? '') - Date.parse(attempts[0]?.claimedAt ?? '')
      if (atLeastMs > 0) expect([behaviour, tookMs]).toEqual([behaviour, expect.toSatisfy((ms: number) => ms >= atLeastMs)])
      // However often it was sent, the bank has it once.
      const bookings = book.filter(({ reference }) => reference === item.id).map((entry) => entry.status)
      expect([behaviour, bookings]).toEqual([behaviour, { done: ['paid'], failed: ['rejected'] }[status] ?? []])
    }
  })
}

/** Runs alone: the clock moves for every process. */
export function lostTransfers(system: () => System): void {
  it('a transfer that the bank never got is sent again under the same reference, and paid once', async () => {
    const merchant = await system().makeMerchant()
    const id = await submit(merchant, [makeItem('990050')], { forceDisburse: true })
    await merchant.receive('disbursement.settling', id)
    const [lost] = await readItems(merchant, id)
    await setClockShift(system().pool, 2 * PAST_A_LEASE_MS)

    await untilStatus(merchant, id, 'success')
    const attempts = await readAttempts(system().pool, lost!.id)
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['not_found', 'paid'])
    expect(await readBook(system().pool, { references: [lost!.id] })).toMatchObject([{ status: 'paid' }])
  })
}
