import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { merchantAccount, userAccount, WORLD } from '../state/ledger-entry.js'
import { makeTestEngine, must, PARTNER_ID } from '../testing/make-test-engine.js'
import { BLOCK_MS } from './login.js'
import { normalisePhone } from './normalise-phone.js'

it('finds one account by every way of writing its phone', () => {
  const { engine, user } = makeTestEngine()
  for (const phone of [
    '083811223355',
    '83811223355',
    '6283811223355',
    '+6283811223355',
    '+62 838-1122-3355',
    '(0838) 1122.3355'
  ]) {
    expect(engine.findUserByPhone(phone)).toBe(user)
  }
})

it('takes no other text for a phone, and every phone it takes for itself', () => {
  for (const text of ['', '0', '021555123', '+65838112233', '0838112', '08381122334455667', '0838a1223355', ' ']) {
    expect(normalisePhone(text)).toBeUndefined()
  }
  fc.assert(
    fc.property(fc.stringMatching(/^8\d{7,12}$/), fc.constantFrom('', '0', '62', '+62'), (rest, prefix) => {
      const phone = normalisePhone(prefix + rest)
      expect(phone).toBe(`62${rest}`)
      expect(normalisePhone(phone!)).toBe(phone)
    })
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(normalisePhone(text) ?? '628').toMatch(/^628\d*$/)
    })
  )
})

it('opens an account with either of its PINs, and blocks it for a while after three wrong ones in a row', async () => {
  const { engine, time } = makeTestEngine()
  const phone = '083811223355'
  const wrong = () => engine.login({ phone, pin: '000000' })
  expect(await engine.login({ phone, pin: '123321' })).toMatchObject({ refused: false })
  expect(await wrong()).toMatchObject({ reason: 'wrong_pin', httpStatus: 401, caseCode: '00' })
  expect(await wrong()).toMatchObject({ reason: 'wrong_pin' })
  // A right one sets the count back.
  must(await engine.login({ phone, pin: '181818' }))
  expect(await wrong()).toMatchObject({ reason: 'wrong_pin' })
  expect(await wrong()).toMatchObject({ reason: 'wrong_pin' })
  expect(await wrong()).toMatchObject({ reason: 'blocked' })
  expect(await engine.login({ phone, pin: '181818' })).toMatchObject({ reason: 'blocked' })
  time.now += BLOCK_MS
  expect(await wrong()).toMatchObject({ reason: 'wrong_pin' })
  must(await engine.login({ phone, pin: '181818' }))
})

it('lets nobody in who is unknown or has closed the account, but lets in who is frozen, inactive or abnormal', async () => {
  const { engine, user } = makeTestEngine()
  expect(await engine.login({ phone: '081111111111', pin: '181818' })).toMatchObject({ reason: 'unknown_user' })
  expect(await engine.login({ phone: 'nonsense', pin: '181818' })).toMatchObject({ reason: 'unknown_user' })
  must(await engine.login({ phone: '0855100800', pin: '146838' }))
  must(await engine.login({ phone: '0815919191', pin: '631642' }))
  must(await engine.login({ phone: '081200000002', pin: '123456' }))
  must(await engine.changeUser(user.id, { status: 'closed' }))
  expect(await engine.login({ phone: user.phone, pin: user.pin })).toMatchObject({ reason: 'closed', caseCode: '18' })
})

it('answers each service as the state of the account has it', async () => {
  const { engine, user } = makeTestEngine()
  const answers = async (status: 'active' | 'frozen' | 'inactive' | 'abnormal' | 'closed') => {
    must(await engine.changeUser(user.id, { status }))
    return ['09', '11', '49', '54', '74'].map((serviceCode) => {
      const refusal = engine.checkUser(user.id, serviceCode)
      return refusal === undefined ? 'done' : `${refusal.httpStatus}/${refusal.caseCode}`
    })
  }
  expect(await answers('active')).toEqual(['done', 'done', 'done', 'done', 'done'])
  expect(await answers('frozen')).toEqual(['done', 'done', '403/05', '403/05', 'done'])
  expect(await answers('inactive')).toEqual(['done', '403/18', '403/18', '403/18', 'done'])
  expect(await answers('abnormal')).toEqual(['403/05', '403/05', '403/05', '403/05', 'done'])
  expect(await answers('closed')).toEqual(['done', '403/18', '403/18', '403/18', 'done'])
  expect(engine.checkUser('nobody', '11')).toMatchObject({ caseCode: '11' })
})

it('opens an account with what it is given, and makes up the rest', async () => {
  const { engine } = makeTestEngine()
  const { user } = must(await engine.addUser({ phone: '0812-9999-8888', balanceSen: 12_345n }))
  expect(user).toMatchObject({ phone: '6281299998888', pin: '123321', status: 'active', kycLevel: '02', answers: {} })
  expect(user.id).toMatch(/^\d{20}$/)
  expect(engine.balanceOf(userAccount(user.id))).toBe(12_345n)
  expect(engine.verify()).toEqual([])
})

it('refuses accounts that cannot be', async () => {
  const { engine, user } = makeTestEngine()
  const phone = '081299998888'
  const before = structuredClone(engine.readState())
  for (const [input, detail] of [
    [{ phone: '12' }, 'phone'],
    [{ phone, pin: '12345' }, 'pin'],
    [{ phone, otherPins: ['abcdef'] }, 'pin'],
    [{ phone, balanceSen: -1n }, 'balance'],
    [{ phone, status: 'asleep' as 'active' }, 'status'],
    [{ phone, kycLevel: '01' as '02' }, 'kycLevel'],
    [{ phone, answers: { '49': '5001101' } }, 'answers'],
    [{ phone, answers: { '49': 'no' } }, 'answers']
  ] as const) {
    expect(await engine.addUser(input)).toMatchObject({ httpStatus: 400, caseCode: '01', detail })
  }
  expect(await engine.addUser({ phone: user.phone })).toMatchObject({ reason: 'phone_taken' })
  expect(await engine.addUser({ phone, id: user.id })).toMatchObject({ reason: 'user_id_taken' })
  expect(await engine.changeUser(user.id, { phone: '0855100800' })).toMatchObject({ reason: 'phone_taken' })
  expect(await engine.changeUser('nobody', {})).toMatchObject({ reason: 'user_unknown' })
  expect(engine.readState()).toEqual(before)
})

it('changes an account, its phone and its balance, which comes from the world', async () => {
  const { engine, user } = makeTestEngine()
  const worldBefore = engine.balanceOf(WORLD)
  const before = engine.balanceOf(userAccount(user.id))
  const changed = must(await engine.changeUser(user.id, { phone: '081234567890', name: 'Siti R.', balanceSen: 100n })).user
  expect(changed).toEqual({ ...user, phone: '6281234567890', name: 'Siti R.' })
  expect(engine.findUserByPhone('083811223355')).toBeUndefined()
  expect(engine.findUserByPhone('081234567890')).toBe(changed)
  expect(engine.balanceOf(userAccount(user.id))).toBe(100n)
  expect(engine.balanceOf(WORLD)).toBe(worldBefore + before - 100n)
  // What a reader got stays as it was.
  expect(user.phone).toBe('6283811223355')
  expect(engine.verify()).toEqual([])
})

it('adds and changes merchants, and keeps any form of a key as PEM', async () => {
  const { engine } = makeTestEngine()
  const publicKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const bare = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const { merchant } = must(await engine.addMerchant({ publicKey: bare, name: 'Warung', balanceSen: 500n }))
  expect(merchant.publicKey).toBe(pem)
  expect(engine.findMerchant(merchant.merchantId)).toBe(merchant)
  expect(engine.balanceOf(merchantAccount(merchant.merchantId))).toBe(500n)
  expect(await engine.addMerchant({ publicKey: 'no key' })).toMatchObject({ detail: 'publicKey' })
  expect(await engine.addMerchant({ publicKey: pem, partnerId: PARTNER_ID })).toMatchObject({ reason: 'partner_id_taken' })
  expect(await engine.addMerchant({ publicKey: pem, merchantId: merchant.merchantId })).toMatchObject({
    reason: 'merchant_id_taken'
  })
  const changes = { stores: ['store-1'], unbindNotifyUrl: 'https://shop.example/unbound', balanceSen: 900n }
  expect(must(await engine.changeMerchant(merchant.partnerId, changes)).merchant).toMatchObject({ stores: ['store-1'] })
  expect(engine.balanceOf(merchantAccount(merchant.merchantId))).toBe(900n)
  expect(await engine.changeMerchant('nobody', {})).toMatchObject({ reason: 'partner_unknown' })
  expect(await engine.changeMerchant(PARTNER_ID, { publicKey: 'no key' })).toMatchObject({ detail: 'publicKey' })
  expect(engine.verify()).toEqual([])
})
