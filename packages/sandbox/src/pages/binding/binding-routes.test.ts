import { afterEach, beforeEach, expect, it } from 'vitest'
import { must } from '../../testing/make-test-engine.js'
import { bindingPath, openPages, type TestPages } from '../../testing/visit-pages.js'

let pages: TestPages
beforeEach(() => {
  pages = openPages()
})
afterEach(() => pages.close())

const PHONE = '0838 1122 3355'

it('is reached by the older deep link too, with the parameters of either page', async () => {
  const older = bindingPath().replace('/v1.0/get-auth-code', '/bindSnap')
  const newer = bindingPath({ channelId: undefined, timestamp: undefined, terminalType: 'WEB', requestId: 'request-1' })
  for (const path of [older, newer.replace('/v1.0/get-auth-code', '/bindSnap')]) {
    const visitor = pages.visitor()
    expect((await visitor.open(path)).text).toContain('Toko Arus')
    await visitor.submit('/phone', { phone: PHONE })
    await visitor.submit('/consent')
    expect((await visitor.submit('/pin', { pin: '181818' })).leftTo).toContain('authCode=')
  }
  expect((await pages.visitor().open('/bindSnap')).text).toContain('4001002')
})

async function visitorAtPin(phone = PHONE) {
  const visitor = pages.visitor()
  await visitor.open(bindingPath())
  await visitor.submit('/phone', { phone })
  await visitor.submit('/consent')
  return visitor
}

it('leads by phone, consent and PIN to the merchant, with a code that can be exchanged, and keeps the query', async () => {
  const visitor = pages.visitor()
  const phonePage = await visitor.open(bindingPath())
  expect(phonePage.text).toContain('Toko Arus')
  const consentPage = await visitor.submit('/phone', { phone: PHONE })
  expect(consentPage.text).toContain('Melihat saldo DANA Anda')
  expect(consentPage.text).toContain('class="btn-continue fs-unmask btn btn-primary"')
  const pinPage = await visitor.submit('/consent')
  expect(pinPage.text).toMatch(
    /<input class="txt-input-pin-field"[^>]*inputmode="numeric"[^>]*maxlength="6"[^>]*data-submits-itself/
  )
  const { leftTo, response } = await visitor.submit('/pin', { pin: '181818' })
  expect(response.statusCode).toBe(303)
  const url = new URL(leftTo!)
  expect(url.origin + url.pathname).toBe('https://shop.example/bound')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    from: 'app',
    responseCode: '2001000',
    responseMessage: 'Successful',
    authCode: expect.any(String),
    state: 'state & 1'
  })
  const { partnerId } = pages.engine.listMerchants()[0]!
  const authCode = url.searchParams.get('authCode')!
  const { token } = must(await pages.engine.exchangeAuthCode({ partnerId, authCode }))
  expect(token).toMatchObject({ userId: pages.user.id, scopes: ['CASHIER', 'QUERY_BALANCE'] })
})

it('sends a form that is sent twice to the same place, with one code', async () => {
  const visitor = await visitorAtPin()
  const answers = await Promise.all([1, 2, 3].map(() => visitor.submit('/pin', { pin: '181818' })))
  expect(new Set(answers.map(({ leftTo }) => leftTo)).size).toBe(1)
  expect(pages.engine.readState().authCodes.size).toBe(1)
})

it('says how many tries are left after a wrong PIN, then blocks, and leads back to the merchant without a code', async () => {
  const visitor = await visitorAtPin()
  expect((await visitor.submit('/pin', { pin: '000000' })).text).toContain('Tersisa 2 percobaan')
  expect((await visitor.submit('/pin', { pin: '000000' })).text).toContain('Tersisa 1 percobaan')
  const blocked = await visitor.submit('/pin', { pin: '000000' })
  expect(blocked.text).toContain('diblokir sementara')
  expect(blocked.text).not.toContain('name="pin"')
  const { leftTo } = await visitor.submit('/cancel')
  const { searchParams } = new URL(leftTo!)
  expect(searchParams.get('responseCode')).toBe('4031011')
  expect(searchParams.has('authCode')).toBe(false)
})

it('leads back without a code when the user cancels, at any step', async () => {
  const visitor = await visitorAtPin()
  const { leftTo } = await visitor.submit('/cancel')
  const { searchParams } = new URL(leftTo!)
  expect(searchParams.get('responseCode')).toMatch(/^4\d\d10\d\d$/)
  expect(searchParams.get('state')).toBe('state & 1')
  expect(searchParams.has('authCode')).toBe(false)
})

it('lets no step be skipped', async () => {
  const visitor = pages.visitor()
  const first = await visitor.open(bindingPath())
  expect((await visitor.open(first.path.replace('/phone', '/pin'))).path).toBe(first.path)
  await visitor.submit('/phone', { phone: PHONE })
  expect((await visitor.open(first.path.replace('/phone', '/pin'))).path).toMatch(/\/consent$/)
})

it('shows that a binding is finished when its pages are opened again', async () => {
  const visitor = await visitorAtPin()
  const { path } = await visitor.submit('/pin', { pin: '1' })
  await visitor.submit('/pin', { pin: '181818' })
  expect((await visitor.open(path)).text).toContain('Sudah selesai')
})

it('opens a user of an unknown phone an account, unless the merchant does not want that', async () => {
  const visitor = pages.visitor()
  await visitor.open(bindingPath())
  const registerPage = await visitor.submit('/phone', { phone: '0877 1234 5678' })
  expect(registerPage.path).toMatch(/\/register$/)
  expect((await visitor.submit('/register', { name: ' ', pin: '123456' })).text).toContain('Isi nama Anda')
  expect((await visitor.submit('/register', { name: 'Wati', pin: '12' })).text).toContain('enam angka')
  await visitor.submit('/register', { name: 'Wati', pin: '123456' })
  await visitor.submit('/consent')
  expect((await visitor.submit('/pin', { pin: '123456' })).leftTo).toContain('authCode=')
  expect(pages.engine.findUserByPhone('087712345678')).toMatchObject({ name: 'Wati' })

  const other = pages.visitor()
  await other.open(bindingPath({ allowRegistration: 'false' }))
  const refused = await other.submit('/phone', { phone: '0877 8888 9999' })
  expect(refused.text).toContain('belum terdaftar')
  await other.open(refused.path.replace('/phone', '/register'))
  await expect(other.post(refused.path.replace('/phone', '/register'), { name: 'X', pin: '123456' })).resolves.toMatchObject({
    status: 403
  })
  expect(pages.engine.findUserByPhone('087788889999')).toBeUndefined()
})

it('takes a phone that is none for a mistake, and says so where screen readers hear it', async () => {
  const visitor = pages.visitor()
  await visitor.open(bindingPath())
  const { text } = await visitor.submit('/phone', { phone: '12' })
  expect(text).toMatch(/role="alert"[^>]*id="error"><p[^>]*>Nomor ponsel ini tidak terbaca/)
  expect(text).toMatch(/aria-describedby="phone-hint error"[^>]* aria-invalid="true"/)
})

it('shows what an address lacks, and never leads to the address it names', async () => {
  const { text, status, leftTo } = await pages.visitor().open(bindingPath({ partnerId: 'someone' }))
  expect(status).toBe(404)
  expect(text).toContain('Parameter partnerId menyebut mitra yang tidak dikenal')
  expect(text).toContain('4041016')
  expect(leftTo).toBeUndefined()
  expect(text).not.toContain('"https://shop.example')
})

it('speaks the language that the address asks for', async () => {
  const { text } = await pages.visitor().open(bindingPath({ lang: 'en' }))
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('>Continue</button>')
})
