import { describe, expect, it } from 'vitest'
import { readSpecification } from '../specification/read-specification.js'
import { emitDanaFiles } from './emit-dana-files.js'

const SPECIFICATION = `
openapi: 3.1.0
paths:
  /v1.0/pay.htm:
    post:
      operationId: pay
      x-service-code: '54'
      x-header-profile: b2b
      x-request-model: PayRequest
      x-response-model: PayResponse
  /dana/ask.htm:
    post:
      operationId: ask
      x-header-profile: open-api
      x-function: dana.ask
      x-request-model: ASKRequest
      x-response-model: PayResponse
webhooks:
  notify:
    post:
      operationId: notify
      x-request-model: Option
      x-response-model: Money
components:
  schemas:
    ASKRequest:
      x-entries: [widget]
      oneOf: [{ $ref: '#/components/schemas/Code' }, { $ref: '#/components/schemas/Token' }]
    PayRequest:
      description: What to pay.
      x-entries: [widget]
      required: [amount, kinds, validUpTo]
      properties:
        amount: { description: How much., $ref: '#/components/schemas/Money' }
        kinds: { type: array, minItems: 1, items: { type: string, enum: [A_B], x-enum-members: [AB] } }
        goods: { type: array, items: { $ref: '#/components/schemas/Money' } }
        names: { type: array, items: { type: string, maxLength: 3 } }
        count: { type: integer, minimum: 1 }
        isPaid: { type: boolean }
        info: { type: object, x-typescript: any-map }
        bills: { type: array, items: { type: object, x-typescript: object } }
        validUpTo: { type: string, maxLength: 25, pattern: '^\\d{4}/7$', x-date-rule: at-most-30-minutes-ahead }
        createdTime: { type: string, pattern: '^\\d{4}/7$' }
        closed.reason: { type: string, x-property-name: closedReason }
    PayResponse:
      x-entries: [widget]
      properties:
        amount: { $ref: '#/components/schemas/Money' }
    Code:
      x-entries: [widget]
      required: [grantType]
      properties:
        grantType: { type: string, enum: [CODE], x-enum-members: [Code] }
        code: { type: string, x-forbidden-characters: '&=' }
    Token:
      x-entries: [widget]
      required: [grantType]
      properties:
        grantType: { type: string, enum: [TOKEN], x-enum-members: [Token] }
    Money:
      description: An amount.
      x-entries: [widget, webhook]
      required: [value]
      properties:
        value: { description: Rupiah., type: string, maxLength: 19 }
    FinishOption:
      x-entries: [webhook]
      x-model-name: Option
      properties:
        method: { type: string, enum: [X], x-enum-members: [X] }
    Envelope:
      x-entries: []
      properties: {}
`

const emit = (change = (text: string) => text) => emitDanaFiles(readSpecification(change(SPECIFICATION)))
const files = emit()
const withoutImports = (text = '') => text.slice(text.indexOf('\n\n') + 2)

describe('the emitter of the DANA client', () => {
  it('writes an interface per model, with a comment per field and the type of each', () => {
    expect(files['widget-models']).toContain(`/** What to pay. */
export interface PayRequest {
  /** How much. */
  amount: Money
  kinds: Array<PayRequestKindsEnum>
  /** An amount. */
  goods?: Array<Money> | undefined
  names?: Array<string> | undefined
  count?: number | undefined
  isPaid?: boolean | undefined
  info?: { [key: string]: any } | undefined
  bills?: Array<object> | undefined
  validUpTo: string
  createdTime?: string | undefined
  closedReason?: string | undefined
}
`)
    expect(files['widget-models']).toContain('export type ASKRequest = Code | Token\n')
  })

  it('writes an enumeration as constants and a type of the same name', () => {
    expect(files['widget-models']).toContain(`export const PayRequestKindsEnum = {
  AB: 'A_B'
} as const
`)
    expect(files['widget-models']).toContain(
      "export type PayRequestKindsEnum = (typeof PayRequestKindsEnum)[keyof typeof PayRequestKindsEnum] | ''\n"
    )
  })

  it('writes a constructor for what answers are made of, and for nothing else', () => {
    const constructors = (text = '') => [...text.matchAll(/^export const (\w+): ModelConstructor/gm)].map(([, name]) => name)
    expect(constructors(files['widget-models'])).toEqual(['Money', 'PayResponse'])
    expect(constructors(files['webhook-models'])).toEqual(['Money'])
  })

  it('writes a table per model in the order of the wire, each after those it refers to, patterns once', () => {
    expect(files['widget-tables']).toBe(`import { atMost30MinutesAhead } from '../models/at-most-30-minutes-ahead.js'
import { defineModel, defineUnion } from '../models/define-model.js'
import { withoutQueryDelimiters } from '../models/without-query-delimiters.js'
import type { Model } from '../models/model.js'

const VALID_UP_TO_PATTERN = /^\\d{4}\\/7$/

export const CODE: Model = /* @__PURE__ */ defineModel(
  'grantType!',
  'code', withoutQueryDelimiters
)

export const TOKEN: Model = /* @__PURE__ */ defineModel(
  'grantType!'
)

export const ASK_REQUEST: Model = /* @__PURE__ */ defineUnion(
  'grantType',
  ['CODE', CODE],
  ['TOKEN', TOKEN]
)

export const MONEY: Model = /* @__PURE__ */ defineModel(
  'value!', 19
)

export const PAY_REQUEST: Model = /* @__PURE__ */ defineModel(
  'amount!', MONEY,
  'kinds!', { minItems: 1 },
  'goods', [MONEY],
  'names',
  'count', { minimum: 1 },
  'isPaid',
  'info',
  'bills',
  'validUpTo!', 25, VALID_UP_TO_PATTERN, atMost30MinutesAhead,
  'createdTime', VALID_UP_TO_PATTERN,
  'closedReason:closed.reason'
)

export const PAY_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'amount', MONEY
)

export const MODELS: Record<string, Model> = {
  Code: CODE,
  Token: TOKEN,
  ASKRequest: ASK_REQUEST,
  Money: MONEY,
  PayRequest: PAY_REQUEST,
  PayResponse: PAY_RESPONSE
}
`)
  })

  it('writes the six functions of each model, and all but instanceOf for a union', () => {
    const functionsOf = (model: string) =>
      (files['widget-functions'] ?? '').split('\n').filter((line) => line.startsWith('export') && line.includes(model))
    expect(functionsOf('Money')).toEqual([
      'export const instanceOfMoney: InstanceOf<Money> = /* @__PURE__ */ recogniserOf(MONEY)',
      'export const MoneyFromJSON: FromJSON<Money> = /* @__PURE__ */ readerOf(MONEY)',
      'export { MoneyFromJSON as MoneyFromJSONTyped }',
      'export const MoneyToJSON: ToJSON<Money> = /* @__PURE__ */ writerOf(MONEY)',
      'export const MoneyToJSONTyped: ToJSONTyped<Money> = /* @__PURE__ */ writerOf(MONEY)',
      'export const validateMoney: Validate<Money> = /* @__PURE__ */ validatorOf(MONEY)'
    ])
    expect(functionsOf('ASKRequest')).toHaveLength(5)
    expect(functionsOf('Envelope')).toEqual([])
  })

  it('keeps the models of the webhook entry apart, under the names they have there', () => {
    expect(withoutImports(files['webhook-tables'])).toBe(`export const MONEY: Model = /* @__PURE__ */ defineModel(
  'value!', 19
)

export const OPTION: Model = /* @__PURE__ */ defineModel(
  'method'
)

export const MODELS: Record<string, Model> = {
  Money: MONEY,
  Option: OPTION
}
`)
    expect(files['webhook-models']).toContain('export const OptionMethodEnum = {')
    expect(files['webhook-functions']).not.toContain('widget')
  })

  it('writes what the client knows of each operation', () => {
    expect(withoutImports(files.operations)).toBe(`/** The operations of the Widget API by the name of their method. */
export const OPERATIONS = {
  pay: {
    operationId: 'pay',
    parameterName: 'payRequest',
    path: '/v1.0/pay.htm',
    serviceCode: '54',
    headerProfile: 'b2b',
    request: PAY_REQUEST,
    response: PAY_RESPONSE
  },
  ask: {
    operationId: 'ask',
    parameterName: 'aSKRequest',
    path: '/dana/ask.htm',
    headerProfile: 'open-api',
    functionName: 'dana.ask',
    request: ASK_REQUEST,
    response: PAY_RESPONSE
  }
} as const satisfies Record<string, Operation>
`)
  })

  it.each([
    ['a rule that the client has no code for', "x-forbidden-characters: '&='", "x-forbidden-characters: '%'", 'no code for'],
    ['values without names', 'x-enum-members: [AB]', 'x-enum-members: []', 'PayRequest.kinds has 1 values and 0'],
    ['a type that it does not know', 'type: boolean', 'type: bool', 'no TypeScript type is known for isPaid'],
    ['a model that the entry does not have', 'x-entries: [widget, webhook]', 'x-entries: [webhook]', 'name it in its x-entries'],
    ['an answer that is no model', 'x-response-model: Money', 'x-response-model: Coins', 'Coins is no model'],
    ['an operation without a header profile', 'x-header-profile: b2b', 'x-profile: b2b', 'pay has no x-header-profile'],
    ['variants that nothing tells apart', 'enum: [TOKEN]', 'enum: [CODE]', 'no field tells the variants of ASKRequest apart'],
    [
      'a model that has itself in it',
      'isPaid: { type: boolean }',
      "isPaid: { $ref: '#/components/schemas/PayRequest' }",
      'circle'
    ]
  ])('refuses %s', (_, from, to, message) => {
    expect(() => emit((text) => text.replace(from, to))).toThrow(message)
  })

  it('tells two patterns apart that fields of the same name have', () => {
    const tables = emit((text) => text.replace('code: { type: string,', 'validUpTo: { type: string, pattern: x,'))[
      'widget-tables'
    ]
    expect(tables).toContain('const VALID_UP_TO_PATTERN = /x/\nconst PAY_REQUEST_VALID_UP_TO_PATTERN = ')
  })
})
