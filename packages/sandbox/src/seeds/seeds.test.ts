import { createPrivateKey } from 'node:crypto'
import { createSigner, createVerifier, parsePublicKey } from '@arus/snap-bi'
import { expect, it } from 'vitest'
import { createEngine } from '../state/create-engine.js'
import { merchantAccount, userAccount } from '../state/ledger-entry.js'
import { MERCHANT_ID, makeTestEngine, memoryJournal, PARTNER_ID, repeatableRandom, START } from '../testing/make-test-engine.js'
import { DEFAULT_SEED, TEST_USERS } from './default-seed.js'
import { PUBLISHED_KEYS } from './published-keys.js'

it('starts with the published test users, all of them with PINs, and with one merchant', () => {
  const { engine } = makeTestEngine()
  expect(engine.listUsers()).toHaveLength(TEST_USERS.length)
  for (const { phone, pin, balanceSen } of TEST_USERS) {
    const user = engine.findUserByPhone(phone)!
    expect(user).toMatchObject({ pin })
    expect(engine.balanceOf(userAccount(user.id))).toBe(balanceSen)
  }
  expect(engine.findMerchantByPartnerId(PARTNER_ID)).toBe(engine.findMerchant(MERCHANT_ID))
  expect(engine.balanceOf(merchantAccount(MERCHANT_ID))).toBeGreaterThan(0n)
  expect(engine.verify()).toEqual([])
})

it('verifies with the merchant what the published key signs', () => {
  const { engine } = makeTestEngine()
  const signer = createSigner(createPrivateKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' }))
  const verifier = createVerifier(parsePublicKey(engine.findMerchantByPartnerId(PARTNER_ID)!.publicKey))
  expect(verifier.verify('text', signer.signSync('text'))).toBe(true)
  expect(createSigner(createPrivateKey({ key: PUBLISHED_KEYS.sandbox, format: 'jwk' })).signSync('text')).not.toBe('')
})

it('leaves whom a journal knows as they are there, and adds who is new', async () => {
  const first = memoryJournal()
  const { engine } = makeTestEngine({ journal: first })
  const user = engine.findUserByPhone('083811223355')!
  await engine.changeUser(user.id, { phone: '081234567890', balanceSen: 7n })
  const options = { clock: () => START, random: repeatableRandom('other') }
  const journal = { ...memoryJournal(), restored: { events: first.events } }
  const seed = { ...DEFAULT_SEED, users: [...DEFAULT_SEED.users, { phone: '081100000001', balanceSen: 9n }] }
  const again = createEngine({ ...options, seed, journal })
  expect(again.findUser(user.id)?.phone).toBe('6281234567890')
  expect(again.balanceOf(userAccount(user.id))).toBe(7n)
  expect(again.listUsers()).toHaveLength(TEST_USERS.length + 1)
  expect(again.balanceOf(userAccount(again.findUserByPhone('081100000001')!.id))).toBe(9n)
})

it('refuses a seed that cannot be', () => {
  const seed = { merchants: [], users: [{ phone: '0812', pin: '123456' }] }
  expect(() => createEngine({ clock: () => START, random: repeatableRandom(), seed })).toThrow(
    "seed's user is refused: invalid_field phone"
  )
})
