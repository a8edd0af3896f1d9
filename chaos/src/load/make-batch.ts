import type { Random } from '../plan/create-random.js'

export type BatchToSubmit = {
  /** X-Idempotency-Key of the request, and with it the key of the batch. */
  key: string
  forceDisburse: boolean
  skipValidation: boolean
  itemCount: number
  /** As it is sent, every time it is sent. */
  body: string
}

/**
 * Of a hundred items, so many go to an account that does something else than pay at once. Not to 990080: two inquiries of
 * three unanswered, and the faults beside, would leave some waiting for minutes, as they should.
 */
const UNUSUAL_ENDINGS = [
  { ending: '1', inAHundred: 3 },
  { ending: '990020', inAHundred: 1 },
  { ending: '990030', inAHundred: 1 },
  { ending: '990040', inAHundred: 1 },
  { ending: '990050', inAHundred: 1 },
  { ending: '990060', inAHundred: 1 },
  { ending: '990070', inAHundred: 1 }
]

/** Makes a batch of accounts of all kinds, most of which simply pay. */
export function makeBatch(random: Random, key: string, itemCount: number): BatchToSubmit {
  const items = Array.from({ length: itemCount }, (_, index) => ({
    account_owner_name: `Karyawan ${index}`,
    bank_code: random.pick(['bca', 'mandiri', 'bni', 'bri']),
    amount: `${random.between(10_000, 50_000)}.${String(random.between(0, 99)).padStart(2, '0')}`,
    account_number: makeAccountNumber(random)
  }))
  return {
    key,
    forceDisburse: random.next() < 0.5,
    skipValidation: random.next() < 0.5,
    itemCount,
    body: JSON.stringify({ name: key, description: 'chaos', items })
  }
}

function makeAccountNumber(random: Random): string {
  let left = random.next() * 100
  const prefix = String(random.between(1000, 9999))
  for (const { ending, inAHundred } of UNUSUAL_ENDINGS) {
    left -= inAHundred
    if (left < 0) return prefix + ending
  }
  return `${prefix}${random.between(0, 4) * 2}`
}
