import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSpecification } from '../specification/read-specification.js'
import { emitSandboxOperations } from './emit-sandbox-operations.js'

const head = `
openapi: 3.1.0
paths:
  /pay:
    post:
      operationId: pay
      x-service-code: '54'
      x-header-profile: b2b
      x-aliases: [/pay.htm]
      x-response-codes:
        - {code: '2005400', message: Successful, description: it is}
        - {code: '4015400', message: 'Unauthorized. [reason]', description: it is not}
      parameters:
        - {name: X-TIMESTAMP, in: header, required: true, schema: {type: string, maxLength: 25}}
        - {name: ORIGIN, in: header, schema: {type: string}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Pay'}}}
      responses: {}
components:
  schemas:
`
const money = `
    Money: {type: object, required: [value], properties: {value: {type: string, maxLength: 19}}}
`
const emit = (schemas: string) => emitSandboxOperations(readSpecification(head + schemas))

/** What the emitted module exports. */
function evaluate(source: string): Record<string, Record<string, unknown>> {
  const script = source
    .replace(/^import .*$/m, '')
    .replace(/^const (\w+): RequestModel/gm, 'const $1')
    .replace(/export const OPERATIONS: [^=]+=/, 'return')
  return new Function(script)()
}

it('writes down an operation with its paths, headers, codes and fields', () => {
  const operations = evaluate(
    emit(`
    Pay:
      type: object
      required: [amount, urls]
      properties:
        amount: {$ref: '#/components/schemas/Money'}
        urls: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Money'}}
        kinds: {type: array, items: {type: string, enum: [A, B]}}
        time: {type: string, maxLength: 25, pattern: '^a/b$'}
        code: {type: string, x-forbidden-characters: '&='}
        version: {const: '2.0', type: string}
        free: {type: object}
        flag: {type: boolean}
        count: {type: integer}
${money}`)
  )
  const amount = { name: 'Money', fields: [{ name: 'value', isMandatory: true, type: 'string', maxLength: 19 }] }
  expect(operations).toEqual({
    pay: {
      operationId: 'pay',
      path: '/pay',
      aliases: ['/pay.htm'],
      serviceCode: '54',
      headerProfile: 'b2b',
      headers: [{ name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 }, { name: 'ORIGIN' }],
      request: {
        name: 'Pay',
        fields: [
          { name: 'amount', isMandatory: true, type: 'object', model: amount },
          { name: 'urls', isMandatory: true, isList: true, minItems: 1, type: 'object', model: amount },
          { name: 'kinds', isList: true, type: 'string', values: ['A', 'B'] },
          { name: 'time', type: 'string', maxLength: 25, pattern: /^a\/b$/ },
          { name: 'code', type: 'string', forbiddenCharacters: '&=' },
          { name: 'version', type: 'string', values: ['2.0'] },
          { name: 'free', type: 'object' },
          { name: 'flag', type: 'boolean' },
          { name: 'count', type: 'number' }
        ]
      },
      messages: { '2005400': 'Successful', '4015400': 'Unauthorized. [reason]' }
    }
  })
})

it('tells the variants of a union apart by the field whose only value differs', () => {
  const variant = (value: string) => `{type: object, properties: {any: {type: string}, kind: {type: string, enum: [${value}]}}}`
  const operations = evaluate(
    emit(`
    Pay: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Other'}]}
    One: ${variant('ONE')}
    Other: ${variant('OTHER')}
`)
  )
  expect(operations.pay!.request).toMatchObject({
    discriminator: 'kind',
    variants: { ONE: { name: 'One' }, OTHER: { name: 'Other' } }
  })
})

describe('says what it has no words for', () => {
  it.each([
    ["Pay: {type: object, properties: {other: {$ref: '#/components/schemas/Pay'}}}", 'has itself in it'],
    ['Pay: {type: object, properties: {other: {type: [string, "null"]}}}', 'no check for other'],
    ["Pay: {type: object, properties: {other: {$ref: '#/components/schemas/Nowhere'}}}", 'leads nowhere'],
    [
      "Pay: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/One'}]}\n    One: {type: object}",
      'no field tells the variants of Pay apart'
    ]
  ])('%s', (schemas, message) => {
    expect(() => emit(`    ${schemas}\n`)).toThrow(message)
  })

  it('a body that is no model', () => {
    const text = head.replace("{$ref: '#/components/schemas/Pay'}", '{type: object}')
    expect(() => emitSandboxOperations(readSpecification(`${text}    Pay: {type: object}\n`))).toThrow(
      'the body of pay is no model'
    )
  })
})

it("writes down all of DANA's operations, and only what their requests are made of", () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const source = emitSandboxOperations(readSpecification(readFileSync(`${root}/specs/dana-widget.openapi.yaml`, 'utf8')))
  const operations = evaluate(source)
  expect(Object.keys(operations)).toHaveLength(9)
  expect(source).not.toContain('Response: RequestModel')
  const codes = Object.values(operations).flatMap(({ messages }) => Object.keys(messages as object))
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThan(80)
})
