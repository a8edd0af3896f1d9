import { BANKS_BY_SHARE, E_WALLETS_BY_SHARE, GIVEN_NAMES, SECOND_NAMES } from './payroll-people.js'

const ROWS = 1000
/** How many rows get an account that does not exist: an odd last digit, at the simulated bank. */
const INVALID_ROWS = 31
const E_WALLET_ROWS = 140
const SEED = 20260625

const HEADER = 'account_owner_name,bank_code,account_number,amount,email,phone,notes,batch name,description'

type Random = () => number

/**
 * Makes the example payroll: 1,000 invented people, the same ones each time. Every account pays or does not exist at
 * the simulated bank by its last digit alone; none ends in one of that bank's special numbers (`9900x0`).
 *
 * @returns the CSV text, as it stands in `examples/payroll.csv`
 */
export function makePayroll(): string {
  const random = seedRandom(SEED)
  const names = shuffle(
    GIVEN_NAMES.flatMap((given) => SECOND_NAMES.map((second) => `${given} ${second}`)),
    random
  ).slice(0, ROWS)
  const positions = shuffle([...names.keys()], random)
  const invalid = new Set(positions.slice(0, INVALID_ROWS))
  const eWallet = new Set(positions.slice(INVALID_ROWS - 2, INVALID_ROWS - 2 + E_WALLET_ROWS))
  const rows = names.map((name, index) => {
    const { code, accountNumber } = eWallet.has(index) ? drawEWallet(random) : drawAccount(random)
    return [
      name,
      code,
      setParity(accountNumber, invalid.has(index), random),
      // An e-wallet holds no more than some Rp 10 million.
      drawSalary(eWallet.has(index) ? 6000 : 22_500, random),
      `${name.toLowerCase().replace(' ', '.')}@example.com`,
      `08${digits(10, random)}`,
      'June salary',
      ...(index === 0 ? ['Payroll June 2026', 'Monthly salaries of head office and branches'] : ['', ''])
    ].join(',')
  })
  return `${[HEADER, ...rows].join('\n')}\n`
}

function drawAccount(random: Random): { code: string; accountNumber: string } {
  const bank = drawByShare(BANKS_BY_SHARE, random)
  return { code: bank.code, accountNumber: digits(bank.digits, random) }
}

function drawEWallet(random: Random): { code: string; accountNumber: string } {
  return { code: drawByShare(E_WALLETS_BY_SHARE, random).code, accountNumber: `081${digits(9, random)}` }
}

/** Rp 2.5 to 25 million, more of the small ones; now and then with odd rupiah and sen, as overtime makes them. */
function drawSalary(spreadThousands: number, random: Random): string {
  const thousands = 2500 + Math.floor(spreadThousands * random() ** 1.15)
  if (random() < 0.04) return `${thousands}${String(Math.floor(random() * 1000)).padStart(3, '0')}.50`
  return `${Math.round(thousands / 25) * 25}000`
}

/** Makes the last digit odd for an account that must not exist, else even, and keeps clear of the special numbers. */
function setParity(accountNumber: string, isInvalid: boolean, random: Random): string {
  const last = String(Math.floor(random() * 5) * 2 + (isInvalid ? 1 : 0))
  const changed = accountNumber.slice(0, -1) + last
  return /9900\d0$/.test(changed) ? `${changed.slice(0, -6)}1234${changed.slice(-2)}` : changed
}

function drawByShare<Destination extends { share: number }>(destinations: readonly Destination[], random: Random): Destination {
  let left = random() * destinations.reduce((sum, destination) => sum + destination.share, 0)
  for (const destination of destinations) {
    left -= destination.share
    if (left < 0) return destination
  }
  return destinations[0]!
}

function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
}

function shuffle<Value>(values: Value[], random: Random): Value[] {
  const shuffled = [...values]
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!]
  }
  return shuffled
}

/** A generator of 31 bits by Lehmer's method: the same numbers for the same seed on every machine. */
function seedRandom(seed: number): Random {
  let state = seed
  return () => {
    state = Number((BigInt(state) * 48_271n) % 2_147_483_647n)
    return state / 2_147_483_647
  }
}
