import { afterEach, describe, expect, it, vi } from 'vitest'
import * as names from './models.js'
import models, {
  ApplyOTTResponse,
  type ApplyTokenRequest,
  ApplyTokenRequestFromJSON,
  instanceOfWidgetPaymentResponse,
  MoneyToJSONTyped,
  type UrlParam,
  UrlParamTypeEnum,
  validateMoney,
  validateWidgetPaymentRequest,
  type WidgetPaymentRequest,
  WidgetPaymentResponse,
  WidgetPaymentResponseFromJSON,
  WidgetPaymentResponseFromJSONTyped
} from './models.js'

afterEach(() => vi.unstubAllEnvs())

describe('the models of the widget entry', () => {
  it('can be constructed as the document does', () => {
    const payment: WidgetPaymentResponse = new WidgetPaymentResponse({ webRedirectUrl: 'https://example.com/payment' })
    const token: ApplyOTTResponse = new ApplyOTTResponse({ userResources: [{ value: 'ott_token_value' }] })
    expect(payment).toStrictEqual({ webRedirectUrl: 'https://example.com/payment' })
    expect(token).toStrictEqual({ userResources: [{ value: 'ott_token_value' }] })
  })

  it('have the functions of dana-node, with its types', () => {
    const json: object = { responseCode: '2005400', responseMessage: 'Successful', partnerReferenceNo: 'ref-0002' }
    if (instanceOfWidgetPaymentResponse(json)) expect(json.partnerReferenceNo).toBe('ref-0002')
    expect.assertions(5)
    expect(WidgetPaymentResponseFromJSON(json)).toStrictEqual(json)
    expect(WidgetPaymentResponseFromJSONTyped(json, false)).toStrictEqual(json)
    expect(MoneyToJSONTyped(null)).toBeNull()
    expect(validateMoney({ value: '1.00', currency: 'RUPIAH' })).toEqual([
      { field: 'currency', message: 'must be at most 3 characters long' }
    ])
  })

  it('take an enumeration by its name and by its value, and undefined for what is optional', () => {
    const byName: UrlParam = { url: 'https://merchant.example/', type: UrlParamTypeEnum.PayReturn, isDeeplink: 'Y' }
    const byValue: UrlParam = { ...byName, type: 'PAY_RETURN' }
    const empty: UrlParam = { ...byName, type: '' }
    const optional: Partial<WidgetPaymentRequest> = { subMerchantId: undefined, urlParams: [byName, byValue, empty] }
    // @ts-expect-error: no such value
    const wrong: UrlParam = { ...byName, type: 'RETURN' }
    expect(optional.urlParams?.map(({ type }) => type)).toEqual(['PAY_RETURN', 'PAY_RETURN', ''])
    expect(wrong.type).toBe('RETURN')
  })

  it('ask the environment whether an order may be payable for longer', () => {
    const request = { validUpTo: '2999-01-01T00:00:00+07:00' } as WidgetPaymentRequest
    vi.stubEnv('ENV', '')
    vi.stubEnv('DANA_ENV', 'sandbox')
    expect(validateWidgetPaymentRequest(request)).toHaveLength(1)
    vi.stubEnv('DANA_ENV', 'PRODUCTION')
    expect(validateWidgetPaymentRequest(request)).toEqual([])
  })

  it('have no instanceOf for the union of token requests, and all else', () => {
    const request: ApplyTokenRequest = ApplyTokenRequestFromJSON({ grantType: 'REFRESH_TOKEN', refreshToken: 'r' })
    expect(request.refreshToken).toBe('r')
    expect(
      Object.keys(names)
        .filter((name) => /^(instanceOf|validate)?ApplyTokenRequest(From|To|$)/.test(name))
        .sort()
    ).toEqual([
      'ApplyTokenRequestFromJSON',
      'ApplyTokenRequestFromJSONTyped',
      'ApplyTokenRequestToJSON',
      'ApplyTokenRequestToJSONTyped',
      'validateApplyTokenRequest'
    ])
  })

  it('are all in the default export too', () => {
    const { default: _, ...named } = names
    expect({ ...models }).toEqual(named)
    expect(Object.keys(named).length).toBeGreaterThan(372)
  })
})
