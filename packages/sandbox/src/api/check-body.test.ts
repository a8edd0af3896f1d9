import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OPERATIONS } from '../generated/operations.js'
import { checkBody } from './check-body.js'
import type { RequestField, RequestModel } from './operation-table.js'

const payment = {
  partnerReferenceNo: 'order-1',
  merchantId: 'merchant-1',
  amount: { value: '10000.00', currency: 'IDR' },
  validUpTo: '2026-01-15T10:20:00+07:00',
  additionalInfo: {
    productCode: '51051000100000000001',
    order: { orderTitle: 'Coffee' },
    mcc: '5732',
    envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' }
  }
}
const check = (body: unknown) => {
  const refusal = checkBody(OPERATIONS.widgetPayment.request, body)
  return refusal === undefined ? undefined : [refusal.httpStatus, refusal.caseCode, refusal.detail]
}
/** The payment with another value at that path. */
const withValue = (path: string, value: unknown) => {
  const copy = structuredClone(payment) as Record<string, unknown>
  const keys = path.split('.')
  let holder = copy
  for (const key of keys.slice(0, -1)) {
    holder[key] ??= {}
    holder = holder[key] as Record<string, unknown>
  }
  holder[keys.at(-1)!] = value
  return copy
}

it('lets a body through that has all that is needed, in the right form', () => {
  expect(check(payment)).toBeUndefined()
})

it('lets through a hundred levels of what it does not know, and no more', () => {
  const nested = (levels: number) => ({ ...payment, more: JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown })
  expect(check(nested(99))).toBeUndefined()
  expect(check(nested(100))).toEqual([400, '00', undefined])
})

it('lets through what the document does not name, and nulls and blanks where nothing is needed', () => {
  expect(
    check({ ...payment, unknown: 1, subMerchantId: null, externalStoreId: '', payOptionDetails: null, urlParams: [] })
  ).toBeUndefined()
})

it.each([
  ['partnerReferenceNo', ''],
  ['partnerReferenceNo', null],
  ['partnerReferenceNo', '  '],
  ['additionalInfo', undefined],
  ['additionalInfo.order.orderTitle', undefined],
  ['additionalInfo.envInfo.terminalType', '']
])('names %s where it is %j', (path, value) => {
  expect(check(withValue(path, value))).toEqual([400, '02', path.split('.').at(-1)])
})

it.each([
  ['merchantId', 'x'.repeat(65)],
  ['merchantId', 12],
  ['validUpTo', '2026-01-15 10:20:00'],
  ['validUpTo', '2026-01-15T10:20:00Z'],
  ['additionalInfo', []],
  ['additionalInfo', 'text'],
  ['additionalInfo.envInfo.terminalType', 'FRIDGE'],
  ['additionalInfo.envInfo.sourcePlatform', 'ipg'],
  ['urlParams', {}],
  ['payOptionDetails', [1]]
])('says that %s has the wrong form where it is %j', (path, value) => {
  expect(check(withValue(path, value))).toEqual([400, '01', path.split('.').at(-1)])
})

it('looks into lists', () => {
  const url = { url: 'https://shop.example.id', type: 'NOTIFICATION', isDeeplink: 'N' }
  expect(check({ ...payment, urlParams: [url] })).toBeUndefined()
  expect(check({ ...payment, urlParams: [url, { ...url, type: 'OTHER' }] })).toEqual([400, '01', 'type'])
  expect(check({ ...payment, urlParams: [url, { ...url, url: undefined }] })).toEqual([400, '02', 'url'])
})

it.each(['10000', '10000.0', '10000.0000', '10,000.00', '-1.00', '1e4', '٣.00', 'x', '12345678901234567.00'])(
  'names the sum, and not what is inside it, where the value is %s',
  (value) => {
    expect(check(withValue('amount.value', value))).toEqual([400, '01', 'amount'])
  }
)

it('names the sum where its value is missing or its currency another', () => {
  expect(check(withValue('amount.value', undefined))).toEqual([400, '02', 'amount'])
  expect(check(withValue('amount.currency', 'USD'))).toEqual([400, '01', 'amount'])
})

it('names what is missing before what is wrong', () => {
  expect(check({ ...payment, partnerReferenceNo: 1, validUpTo: undefined })).toEqual([400, '02', 'validUpTo'])
})

it('tells the two requests for a token apart by grantType', () => {
  const refusalOf = (body: unknown) => checkBody(OPERATIONS.applyToken.request, body)
  expect(refusalOf({ grantType: 'AUTHORIZATION_CODE', authCode: 'code' })).toBeUndefined()
  expect(refusalOf({ grantType: 'REFRESH_TOKEN', authCode: '', refreshToken: 'token' })).toBeUndefined()
  expect(refusalOf({ grantType: 'REFRESH_TOKEN', authCode: 'code' })).toMatchObject({ caseCode: '02', detail: 'refreshToken' })
  expect(refusalOf({ grantType: 'AUTHORIZATION_CODE', refreshToken: 'x' })).toMatchObject({ caseCode: '02', detail: 'authCode' })
  expect(refusalOf({ grantType: 'AUTHORIZATION_CODE', authCode: 'a&b' })).toMatchObject({ caseCode: '01', detail: 'authCode' })
  for (const grantType of ['toString', 'authorization_code', 1])
    expect(refusalOf({ grantType })).toMatchObject({ caseCode: '01', detail: 'grantType' })
})

describe.each(Object.values(OPERATIONS))('$operationId', ({ request }) => {
  it('has an answer to any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const refusal = checkBody(request, body)
        expect([undefined, 400]).toContain(refusal?.httpStatus)
      })
    )
  })

  it('refuses any field whose type is another, and names it', () => {
    for (const { model, field } of fieldsOf(request)) {
      const body = { [field.name]: field.isList || field.type === 'object' ? 'text' : { object: true } }
      const detail = checkBody({ name: model, fields: [{ ...field }] }, body)?.detail
      expect(detail).toBe(field.name)
    }
  })
})

function fieldsOf(model: RequestModel): { model: string; field: RequestField }[] {
  const models = 'variants' in model ? Object.values(model.variants) : []
  const fields = 'fields' in model ? model.fields : []
  return [
    ...models.flatMap(fieldsOf),
    ...fields.flatMap((field) => [{ model: model.name, field }, ...(field.model === undefined ? [] : fieldsOf(field.model))])
  ]
}
