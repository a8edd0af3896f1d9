import { expect, it } from 'vitest'
import { bind, makeTestEngine, must, PARTNER_ID } from '../testing/make-test-engine.js'
import { CAPS, forgetSurplus } from './caps.js'
import { CODE_LIFETIME_MS, TOKEN_LIFETIME_MS } from './lifetimes.js'

const CONSENT = { partnerId: PARTNER_ID, scopes: ['CASHIER'], externalId: 'external-1', redirectUrl: 'https://shop.example' }

it('exchanges an auth code once, within ten minutes, for the partner it was given to', async () => {
  const { engine, time, user } = makeTestEngine()
  const grant = async () => must(await engine.grantAuthCode({ ...CONSENT, userId: user.id })).authCode.code
  const exchange = (authCode: string, partnerId = PARTNER_ID) => engine.exchangeAuthCode({ partnerId, authCode })
  const code = await grant()
  expect(code).toMatch(/^[\w-]{32}$/)
  expect(await exchange(code, 'other')).toMatchObject({ reason: 'auth_code_unknown', httpStatus: 401, caseCode: '00' })
  const { token } = must(await exchange(code))
  expect(token.accessExpiresAt).toBe(time.now + TOKEN_LIFETIME_MS)
  expect(token.refreshExpiresAt).toBe(time.now + TOKEN_LIFETIME_MS)
  expect(await exchange(code)).toMatchObject({
    reason: 'auth_code_used',
    httpStatus: 401,
    caseCode: '00',
    detail: 'Auth Code Used'
  })
  expect(await exchange('nonsense')).toMatchObject({ reason: 'auth_code_unknown' })
  const [late, inTime] = [await grant(), await grant()]
  time.now += CODE_LIFETIME_MS - 1
  must(await exchange(inTime))
  time.now += 1
  expect(await exchange(late)).toMatchObject({ reason: 'auth_code_expired', detail: 'Auth Code Expired' })
})

it('gives no auth code for an unknown partner or user, or a closed account', async () => {
  const { engine, user } = makeTestEngine()
  expect(await engine.grantAuthCode({ ...CONSENT, partnerId: 'x', userId: user.id })).toMatchObject({ reason: 'partner_unknown' })
  expect(await engine.grantAuthCode({ ...CONSENT, userId: 'x' })).toMatchObject({ reason: 'user_unknown' })
  must(await engine.changeUser(user.id, { status: 'closed' }))
  expect(await engine.grantAuthCode({ ...CONSENT, userId: user.id })).toMatchObject({ reason: 'user_closed' })
})

it('refreshes a token once; the pair before stops working, what was applied for with it does not', async () => {
  const { engine, time, user } = makeTestEngine()
  const first = await bind(engine, user.id)
  const { ott } = must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken: first.accessToken }))
  const refresh = (refreshToken: string, partnerId = PARTNER_ID) => engine.refreshToken({ partnerId, refreshToken })
  expect(await refresh(first.refreshToken, 'other')).toMatchObject({ reason: 'refresh_token_unknown', caseCode: '00' })
  const { token: second } = must(await refresh(first.refreshToken))
  expect(second).toMatchObject({ userId: user.id, scopes: first.scopes })
  expect(await refresh(first.refreshToken)).toMatchObject({ reason: 'refresh_token_revoked' })
  const check = (accessToken: string) => engine.checkToken({ partnerId: PARTNER_ID, accessToken, serviceCode: '11' })
  expect(check(first.accessToken)).toMatchObject({ reason: 'token_revoked', httpStatus: 401, caseCode: '02' })
  expect(check(second.accessToken)).toMatchObject({ refused: false, user })
  expect(check(`Bearer ${second.accessToken}`)).toMatchObject({ refused: false })
  must(await engine.consumeOtt(ott.value))
  time.now += TOKEN_LIFETIME_MS
  expect(await refresh(second.refreshToken)).toMatchObject({ reason: 'refresh_token_expired' })
})

it('tells an expired token from an unknown one for a one-time token only', async () => {
  const { engine, time, user } = makeTestEngine()
  const { accessToken } = await bind(engine, user.id)
  time.now += TOKEN_LIFETIME_MS
  expect(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken })).toMatchObject({
    httpStatus: 401,
    caseCode: '01',
    message: 'Token Expired'
  })
  expect(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken: 'x' })).toMatchObject({ httpStatus: 401, caseCode: '02' })
  const elsewhere = engine.checkToken({ partnerId: PARTNER_ID, accessToken, serviceCode: '11' })
  expect(elsewhere).toMatchObject({ httpStatus: 401, caseCode: '02' })
})

it('opens with a one-time token once, within ten minutes', async () => {
  const { engine, time, user } = makeTestEngine()
  const { accessToken } = await bind(engine, user.id)
  const apply = async () => must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken })).ott.value
  const ott = await apply()
  expect(engine.checkOtt(ott)).toMatchObject({ refused: false, user })
  expect(must(await engine.consumeOtt(ott))).toMatchObject({ userId: user.id, partnerId: PARTNER_ID })
  expect(await engine.consumeOtt(ott)).toMatchObject({ reason: 'ott_used' })
  expect(await engine.consumeOtt('nonsense')).toMatchObject({ reason: 'ott_unknown' })
  const late = await apply()
  time.now += CODE_LIFETIME_MS
  expect(await engine.consumeOtt(late)).toMatchObject({ reason: 'ott_expired' })
})

it('gives one of fifty who use a one-time token at once what it opens', async () => {
  const { engine, user } = makeTestEngine()
  const { accessToken } = await bind(engine, user.id)
  const { ott } = must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken }))
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => engine.consumeOtt(ott.value)))
  expect(outcomes.filter((outcome) => !outcome.refused)).toHaveLength(1)
})

it.each(['merchant', 'user'] as const)('leaves nothing of a binding that the %s ended, and everything of others', async (by) => {
  const { engine, user } = makeTestEngine()
  const other = engine.findUserByPhone('081200000001')!
  const [first, second, others] = [await bind(engine, user.id), await bind(engine, user.id), await bind(engine, other.id)]
  const { ott } = must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken: first.accessToken }))
  const { authCode } = must(await engine.grantAuthCode({ ...CONSENT, userId: user.id }))
  if (by === 'merchant') must(await engine.unbind({ partnerId: PARTNER_ID, accessToken: first.accessToken }))
  else must(await engine.unbindByUser({ userId: user.id, partnerId: PARTNER_ID }))

  for (const { accessToken, refreshToken } of [first, second]) {
    expect(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken })).toMatchObject({ reason: 'token_revoked' })
    expect(await engine.refreshToken({ partnerId: PARTNER_ID, refreshToken })).toMatchObject({ refused: true })
    expect(await engine.unbind({ partnerId: PARTNER_ID, accessToken })).toMatchObject({ httpStatus: 401, caseCode: '02' })
  }
  expect(await engine.consumeOtt(ott.value)).toMatchObject({ reason: 'ott_revoked' })
  expect(await engine.exchangeAuthCode({ partnerId: PARTNER_ID, authCode: authCode.code })).toMatchObject({
    reason: 'auth_code_revoked'
  })
  expect(await engine.unbindByUser({ userId: user.id, partnerId: PARTNER_ID })).toMatchObject({ reason: 'not_bound' })
  must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken: others.accessToken }))
  // And binding again works.
  must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken: (await bind(engine, user.id)).accessToken }))
})

it('answers as the published test users have it', async () => {
  const { engine } = makeTestEngine()
  const answerOf = async (phone: string, pin: string) => {
    const { user } = must(await engine.login({ phone, pin }))
    const { accessToken } = await bind(engine, user.id)
    const balance = engine.checkToken({ partnerId: PARTNER_ID, accessToken, serviceCode: '11' })
    return [await engine.applyOtt({ partnerId: PARTNER_ID, accessToken }), balance].map((outcome) =>
      outcome.refused ? `${outcome.httpStatus}/${outcome.caseCode}` : 'done'
    )
  }
  expect(await answerOf('083811223355', '181818')).toEqual(['done', 'done'])
  expect(await answerOf('08551003634', '574008')).toEqual(['401/01', 'done'])
  expect(await answerOf('0855100800', '146838')).toEqual(['403/05', '403/05'])
  expect(await answerOf('0815919191', '945922')).toEqual(['500/00', '403/18'])
  expect(await answerOf('081298055132', '677832')).toEqual(['500/01', '500/01'])
  expect(await answerOf('08121532586', '944279')).toEqual(['500/02', 'done'])
})

it('forgets what no longer works first, and then the oldest', () => {
  const map = new Map([1, 2, 3, 4, 5].map((number) => [`${number}`, number]))
  expect(forgetSurplus(map, 3, (number) => number === 4)).toEqual([4, 1])
  expect([...map.values()]).toEqual([2, 3, 5])
})

it('keeps no more one-time tokens and auth codes than the cap', async () => {
  const { engine, user } = makeTestEngine()
  const { accessToken } = await bind(engine, user.id)
  const { ott: first } = must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken }))
  for (let count = 0; count < CAPS.otts; count++) must(await engine.applyOtt({ partnerId: PARTNER_ID, accessToken }))
  expect(engine.readState().otts.size).toBe(CAPS.otts)
  expect(await engine.consumeOtt(first.value)).toMatchObject({ reason: 'ott_unknown' })
  for (let count = 0; count <= CAPS.authCodes; count++) must(await engine.grantAuthCode({ ...CONSENT, userId: user.id }))
  expect(engine.readState().authCodes.size).toBe(CAPS.authCodes)
})
