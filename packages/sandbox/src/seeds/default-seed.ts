import { createPublicKey } from 'node:crypto'
import type { MerchantInput } from '../state/merchant.js'
import type { UserInput } from '../state/user.js'
import { PUBLISHED_KEYS } from './published-keys.js'

/** Whom the sandbox starts with. */
export type Seed = {
  readonly users: readonly UserInput[]
  readonly merchants: readonly MerchantInput[]
}

const RICH = 10_000_000_000n

/**
 * DANA's published test users, by the phones, PINs and answers of its own test suites, two more for what those leave out, and
 * one merchant. Where a suite only names what goes wrong ("non-retryable", "unexpected response"), the code is ours: 5004900
 * and 5004902.
 */
export const TEST_USERS: readonly UserInput[] = [
  {
    id: '21661000000000000001',
    publicUserId: 'sandbox-public-user-0001',
    phone: '083811223355',
    pin: '181818',
    otherPins: ['123321'],
    name: 'Siti Rahmawati',
    email: 'siti.rahmawati@example.com',
    ktp: '3171014102950001',
    balanceSen: RICH
  },
  {
    id: '21661000000000000002',
    publicUserId: 'sandbox-public-user-0002',
    phone: '08551003634',
    pin: '574008',
    name: 'Budi Santoso',
    answers: { '49': '4014901' },
    balanceSen: RICH
  },
  {
    id: '21661000000000000003',
    publicUserId: 'sandbox-public-user-0003',
    phone: '0855100800',
    pin: '146838',
    name: 'Dewi Lestari',
    status: 'abnormal',
    balanceSen: RICH
  },
  {
    id: '21661000000000000004',
    publicUserId: 'sandbox-public-user-0004',
    phone: '0815919191',
    pin: '945922',
    otherPins: ['631642'],
    name: 'Agus Wijaya',
    status: 'inactive',
    answers: { '49': '5004900' },
    balanceSen: RICH
  },
  {
    id: '21661000000000000005',
    publicUserId: 'sandbox-public-user-0005',
    phone: '081298055132',
    pin: '677832',
    name: 'Rina Kusuma',
    answers: { '49': '5004901', '11': '5001101' },
    balanceSen: RICH
  },
  {
    id: '21661000000000000006',
    publicUserId: 'sandbox-public-user-0006',
    phone: '08121532586',
    pin: '944279',
    name: 'Hendra Gunawan',
    answers: { '49': '5004902' },
    balanceSen: RICH
  },
  {
    id: '21661000000000000007',
    publicUserId: 'sandbox-public-user-0007',
    phone: '081200000001',
    pin: '123456',
    name: 'Putri Ayu',
    kycLevel: '00',
    balanceSen: 500_000n
  },
  {
    id: '21661000000000000008',
    publicUserId: 'sandbox-public-user-0008',
    phone: '081200000002',
    pin: '123456',
    name: 'Joko Prasetyo',
    status: 'frozen',
    balanceSen: RICH
  }
]

/** The merchant whose credentials are fixed and published, so that a `.env` survives restarts. */
export const TEST_MERCHANT: MerchantInput = {
  partnerId: '2026011500000000000001',
  merchantId: '216620000000000000001',
  name: 'Toko Arus',
  clientSecret: 'published-sandbox-client-secret-of-no-value-anywhere-else',
  publicKey: createPublicKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString(),
  balanceSen: RICH
}

/** What a sandbox starts with unless told otherwise. */
export const DEFAULT_SEED: Seed = { users: TEST_USERS, merchants: [TEST_MERCHANT] }
