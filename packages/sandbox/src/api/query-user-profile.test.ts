import { Buffer } from 'node:buffer'
import { verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Called } from '../testing/merchant-client.js'
import { startApi, TEST_PHONE, type TestApi } from '../testing/start-api.js'

let api: TestApi
let accessToken: string
beforeAll(async () => {
  api = await startApi()
  accessToken = await api.bind()
})
afterAll(() => api.close())

const PATH = '/dana/member/query/queryUserProfile.htm'
type Response = {
  head: Record<string, string>
  body: { resultInfo: Record<string, string>; userResourceInfos?: { resourceType: string; value: string }[] }
}
const responseOf = ({ body }: Called) => body.response as Response
const ask = (userResources: unknown, head: object = {}, options = {}) =>
  api.callOpenApi(PATH, { accessToken, ...head }, { userResources }, options)
const messageOf = async (asked: Promise<Called>) => {
  const answer = await asked
  expect(answer.status).toBe(200)
  const { resultInfo, userResourceInfos } = responseOf(answer).body
  if (resultInfo.resultStatus === 'S') return 'success'
  expect(resultInfo).toMatchObject({ resultStatus: 'F', resultCodeId: '00000019', resultCode: 'PROCESS_FAIL' })
  expect(userResourceInfos).toBeUndefined()
  return resultInfo.resultMsg
}

it('gives all fifteen pieces, in the order in which they are asked for', async () => {
  const names = [
    'BALANCE',
    'TOPUP_URL',
    'TRANSACTION_URL',
    'OTT',
    'MASK_DANA_ID',
    'USER_KYC',
    'LOGIN_ID',
    'CLEAR_TEXT_DANA_ID',
    'NICKNAME',
    'FULLNAME',
    'KTP_NUMBER',
    'KTP_PHOTO_DATA',
    'SELFIE_PHOTO_DATA',
    'AVATAR_URL',
    'MASKED_FULLNAME'
  ]
  const { body } = responseOf(await ask(names))
  expect(body.resultInfo).toEqual({ resultStatus: 'S', resultCodeId: '00000000', resultCode: 'SUCCESS', resultMsg: 'success' })
  expect(body.userResourceInfos!.map(({ resourceType }) => resourceType)).toEqual(names)
  const values = Object.fromEntries(body.userResourceInfos!.map(({ resourceType, value }) => [resourceType, value]))
  expect(values).toMatchObject({
    BALANCE: '[{"amount":"100000000","currency":"IDR"}]',
    MASK_DANA_ID: '628*******355',
    USER_KYC: '02',
    LOGIN_ID: '6283811223355',
    CLEAR_TEXT_DANA_ID: '6283811223355',
    FULLNAME: 'Siti Rahmawati',
    MASKED_FULLNAME: 'S*** R********',
    KTP_NUMBER: '3171014102950001'
  })
  expect(api.engine.findOtt(values.OTT!)?.userId).toBe(api.engine.findUserByPhone(TEST_PHONE)!.id)
  for (const url of [values.TOPUP_URL!, values.TRANSACTION_URL!, values.AVATAR_URL!]) expect(url.startsWith(api.url)).toBe(true)
  for (const picture of [values.KTP_PHOTO_DATA!, values.SELFIE_PHOTO_DATA!]) expectPicture(Buffer.from(picture, 'base64'))
  const avatar = await fetch(values.AVATAR_URL!)
  expect(avatar.headers.get('content-type')).toBe('image/png')
  expectPicture(Buffer.from(await avatar.arrayBuffer()))
  expect((await fetch(`${api.url}/m/portal/avatar/nobody.png`)).status).toBe(404)
})

it('makes up the number of an identity card for those who have none, the same each time', async () => {
  const token = await api.bind('081200000001')
  const ktp = async () => responseOf(await ask(['KTP_NUMBER', 'USER_KYC'], { accessToken: token })).body.userResourceInfos
  const first = await ktp()
  expect(first).toEqual([
    { resourceType: 'KTP_NUMBER', value: expect.stringMatching(/^\d{16}$/) },
    { resourceType: 'USER_KYC', value: '00' }
  ])
  expect(await ktp()).toEqual(first)
})

it('signs its answer over the text of response', async () => {
  const { text, body } = await ask(['USER_KYC'], { reqMsgId: 'message-1' })
  const signed = text.slice('{"response":'.length, text.lastIndexOf(',"signature"'))
  expect(verify('RSA-SHA256', Buffer.from(signed), api.sandboxPublicKey, Buffer.from(String(body.signature), 'base64'))).toBe(
    true
  )
  expect((body.response as Response).head).toEqual({
    version: '2.0',
    function: 'dana.member.query.queryUserProfile',
    clientId: api.partnerId,
    respTime: expect.stringMatching(/\+07:00$/),
    reqMsgId: 'message-1',
    reserve: '{}'
  })
})

it('verifies the text of request as it stands in the body, spaces and all', async () => {
  const head = { function: 'dana.member.query.queryUserProfile', clientId: api.partnerId, accessToken }
  const requestText = JSON.stringify({ head, body: { userResources: ['USER_KYC'] } }, undefined, 3)
  expect(await messageOf(ask([], {}, { requestText }))).toBe('success')
})

it('fails under status 200 for all that is wrong', async () => {
  expect(await messageOf(ask(['USER_KYC'], {}, { signature: 'AAAA' }))).toBe('process fail: invalid signature')
  expect(await messageOf(ask(['USER_KYC'], { clientId: '1' }))).toBe('process fail: unknown clientId')
  expect(await messageOf(ask(['USER_KYC'], { clientSecret: 'wrong' }))).toBe('process fail: invalid clientSecret')
  expect(await messageOf(ask(['USER_KYC'], { function: 'dana.member.other' }))).toBe('process fail: invalid function')
  for (const resources of [[], ['toString'], 'USER_KYC', ['USER_KYC', 1], undefined])
    expect(await messageOf(ask(resources))).toBe('process fail: invalid userResources')
  expect(await messageOf(ask(['USER_KYC'], { accessToken: 'nobody' }))).toBe('process fail: token unknown')
  const response = await fetch(api.url + PATH, { method: 'POST', body: 'no JSON' })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ response: { body: { resultInfo: { resultStatus: 'F' } } } })
})

it('takes a client that has no secret, a token in the body, an object as reserve and any time', async () => {
  expect(await messageOf(ask(['USER_KYC'], { clientSecret: undefined }))).toBe('success')
  const head = { accessToken: undefined, reserve: {}, reqTime: '2001-01-01T00:00:00+07:00' }
  expect(await messageOf(api.callOpenApi(PATH, head, { userResources: ['USER_KYC'], accessToken }))).toBe('success')
})

/** A whole PNG, whose pixels are all there. */
function expectPicture(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const pixels = png.indexOf('IDAT')
  expect(inflateSync(png.subarray(pixels + 4, pixels + 4 + png.readUInt32BE(pixels - 4)))).toHaveLength(height * (1 + width * 3))
  expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND')
}
