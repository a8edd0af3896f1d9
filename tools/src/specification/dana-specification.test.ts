import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findExampleFaults } from './find-example-faults.js'
import { readSpecification } from './read-specification.js'
import type { Parameter, Schema } from './specification.js'

type ResponseCode = { code: string; message: string; description: string }
type Content = { content: { 'application/json': { schema: Schema; examples?: Record<string, { value: unknown }> } } }
type Response = Partial<Content> & { $ref?: string; description?: string }
type DanaOperation = {
  operationId: string
  summary: string
  description: string
  parameters?: { $ref: string }[]
  requestBody: Content
  responses: Record<string, Response>
  'x-service-code'?: string
  'x-header-profile': string
  'x-function'?: string
  'x-aliases'?: string[]
  'x-request-model': string
  'x-response-model': string
  'x-response-codes'?: ResponseCode[]
}
type Document = {
  paths: Record<string, { post: DanaOperation }>
  webhooks: Record<string, { post: DanaOperation }>
  components: { parameters: Record<string, Parameter & { description: string; example?: unknown }> }
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const specification = readSpecification(readFileSync(`${root}/specs/dana-widget.openapi.yaml`, 'utf8'))
const { schemas } = specification
const document = specification.document as Document
const { parameters } = document.components
const paths = Object.entries(document.paths)
const webhook = document.webhooks.finishNotify!.post
const operations = [...paths.map(([, { post }]) => post), webhook]

const fields = Object.entries(schemas).flatMap(([model, { properties }]) =>
  Object.entries(properties ?? {}).map(([name, schema]) => ({ name: `${model}.${name}`, schema }))
)
const enumerations = fields
  .map(({ name, schema }) => ({ name, schema: schema.items ?? schema }))
  .filter(({ schema }) => schema.enum !== undefined)
const headersOf = ({ parameters: used = [] }: DanaOperation) =>
  used.map(({ $ref }) => parameters[$ref.replace('#/components/parameters/', '')]!)
const examplesOf = (holder: Partial<Content>) => {
  const { schema, examples = {} } = holder.content?.['application/json'] ?? { schema: {} }
  return Object.entries(examples).map(([name, { value }]) => ({ name, value, schema }))
}

/** All nodes of the document, the document first. */
function* nodesOf(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Record<string, unknown>
  for (const child of Object.values(node)) yield* nodesOf(child)
}

describe("the specification of DANA's widget API", () => {
  it('has the nine operations, each with its path, service and header profile', () => {
    const found = paths.map(([path, { post }]) => [post.operationId, path, post['x-service-code'], post['x-header-profile']])
    expect(found).toEqual([
      ['accountUnbinding', '/v1.0/registration-account-unbinding.htm', '09', 'b2b2c'],
      ['applyOTT', '/rest/v1.1/qr/apply-ott', '49', 'b2b2c'],
      ['applyToken', '/v1.0/access-token/b2b2c.htm', '74', 'apply-token'],
      ['balanceInquiry', '/v1.0/balance-inquiry.htm', '11', 'b2b2c'],
      ['cancelOrder', '/v1.0/debit/cancel.htm', '57', 'b2b'],
      ['queryPayment', '/rest/v1.1/debit/status', '55', 'b2b'],
      ['queryUserProfile', '/dana/member/query/queryUserProfile.htm', undefined, 'open-api'],
      ['refundOrder', '/v1.0/debit/refund.htm', '58', 'b2b'],
      ['widgetPayment', '/rest/redirection/v1.0/debit/payment-host-to-host', '54', 'b2b']
    ])
  })

  it('has the notification, and nothing else that DANA sends', () => {
    expect(Object.keys(document.webhooks)).toEqual(['finishNotify'])
    expect(webhook).toMatchObject({ operationId: 'finishNotify', 'x-service-code': '56', 'x-header-profile': 'b2b' })
  })

  it('names the function of the one operation that has no service, and gives an alias to one operation only', () => {
    const functions = operations.flatMap((operation) => operation['x-function'] ?? [])
    expect(functions).toEqual(['dana.member.query.queryUserProfile'])
    const all = [...Object.keys(document.paths), ...operations.flatMap((operation) => operation['x-aliases'] ?? [])]
    expect(new Set(all).size).toBe(all.length)
  })

  it('gives the headers of each profile in the order in which they are sent', () => {
    const profiles = Object.fromEntries(
      paths.map(([, { post }]) => [post['x-header-profile'], headersOf(post).map(({ name }) => name)])
    )
    const b2b = ['X-TIMESTAMP', 'X-SIGNATURE', 'ORIGIN', 'X-PARTNER-ID', 'X-EXTERNAL-ID']
    const user = ['X-IP-ADDRESS', 'X-DEVICE-ID', 'X-LATITUDE', 'X-LONGITUDE']
    expect(profiles).toEqual({
      b2b: [...b2b, 'CHANNEL-ID', 'X-Debug-Mode'],
      b2b2c: ['Authorization-Customer', ...b2b, ...user, 'CHANNEL-ID'],
      'apply-token': ['X-TIMESTAMP', 'X-CLIENT-KEY', 'X-PARTNER-ID', 'X-SIGNATURE'],
      'open-api': []
    })
    expect(headersOf(webhook).map(({ name }) => name)).toEqual([...b2b, 'CHANNEL-ID'])
  })

  it('has a request model and a response model for each operation', () => {
    for (const operation of operations) {
      expect(Object.keys(schemas)).toContain(operation['x-request-model'])
      expect(Object.keys(schemas)).toContain(operation['x-response-model'])
      const sent = operation.requestBody.content['application/json'].schema.$ref
      if (operation['x-header-profile'] !== 'open-api') expect(sent).toBe(`#/components/schemas/${operation['x-request-model']}`)
    }
  })

  it('describes every operation, header, model and field', () => {
    const described = [
      ...operations.flatMap(({ operationId, summary, description }) => [
        [operationId, summary],
        [operationId, description]
      ]),
      ...Object.entries(parameters).map(([name, { description }]) => [name, description]),
      ...Object.entries(schemas).map(([name, { description }]) => [name, description]),
      ...fields.map(({ name, schema }) => [name, schema.description])
    ]
    for (const [name, text] of described) expect([name, text]).toEqual([name, expect.stringMatching(/\S{2,}\s\S|\S{8,}/)])
  })

  it('says who attests each response code', () => {
    for (const { 'x-response-codes': codes = [] } of operations)
      for (const { code, description } of codes)
        expect([code, description]).toEqual([code, expect.stringMatching(/\S [[](UAT|SDK|DOC|3P|SNAP|INF|, )+]$/)])
  })

  it('names each value of an enumeration once, after the value', () => {
    const pascal = (value: string) =>
      value
        .split(/[_.]|(?=[A-Z][a-z])/)
        .map((word) => word.charAt(0).toUpperCase() + (word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1)))
        .join('')
    expect(enumerations.length).toBeGreaterThan(20)
    for (const { name, schema } of enumerations) {
      const values = schema.enum as string[]
      if (name.startsWith('QueryUserProfileEnvelope')) continue
      expect([name, schema['x-enum-members']]).toEqual([name, values.map(pascal)])
      expect(new Set(values).size).toBe(values.length)
    }
  })

  it('explains each value of an enumeration, save the banks and providers, whose names explain them', () => {
    const silent = enumerations.filter(({ name }) => !/payOption$|Head\.function$/.test(name))
    for (const { name, schema } of silent) {
      const description = fields.find((field) => field.name === name)?.schema.description ?? ''
      for (const value of schema.enum as string[])
        expect([name, description]).toEqual([name, expect.stringContaining(`\`${value}\``)])
    }
  })

  it('requires only fields that it describes', () => {
    for (const [name, { required = [], properties = {} }] of Object.entries(schemas))
      expect([name, Object.keys(properties)]).toEqual([name, expect.arrayContaining(required)])
  })

  it('gives each operation response codes of its own service, each once, and a response for the status of each', () => {
    for (const { operationId, responses, 'x-service-code': service, 'x-response-codes': codes = [] } of operations) {
      const values = codes.map(({ code }) => code)
      expect([operationId, new Set(values).size]).toEqual([operationId, values.length])
      for (const code of values) {
        expect(code).toMatch(new RegExp(`^\\d{3}${service}\\d{2}$`))
        expect([operationId, Object.keys(responses)]).toEqual([operationId, expect.arrayContaining([code.slice(0, 3)])])
      }
      expect([operationId, values[0]]).toEqual([operationId, service === undefined ? undefined : `200${service}00`])
    }
  })

  it('has no reference that leads nowhere', () => {
    const references = [...nodesOf(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []))
    expect(references.length).toBeGreaterThan(100)
    for (const reference of references) {
      const target = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((parent, name) => (parent as Record<string, unknown> | undefined)?.[name], document)
      expect([reference, target]).not.toContain(undefined)
    }
  })

  it('has only patterns that a regular expression can be made of', () => {
    for (const { name, schema } of fields) {
      if (schema.pattern === undefined) continue
      expect(() => new RegExp(String(schema.pattern), 'u'), name).not.toThrow()
    }
  })

  it('gives each operation a request and a success as examples', () => {
    for (const { operationId, requestBody, responses } of operations) {
      expect([operationId, examplesOf(requestBody).length]).not.toEqual([operationId, 0])
      expect([operationId, examplesOf(responses['200'] ?? {}).length]).not.toEqual([operationId, 0])
    }
  })

  it('shows only examples with known fields that obey the limits', () => {
    for (const { operationId, requestBody, responses } of operations)
      for (const { name, schema, value } of [requestBody, ...Object.values(responses)].flatMap(examplesOf))
        expect([operationId, name, findExampleFaults(schemas, schema, value)]).toEqual([operationId, name, []])
    for (const [name, { schema, example }] of Object.entries(parameters))
      if (example !== undefined) expect([name, findExampleFaults(schemas, schema, example)]).toEqual([name, []])
  })

  it('shows each answer with a response code of its operation', () => {
    for (const { operationId, responses, 'x-response-codes': codes = [] } of operations)
      for (const [status, response] of Object.entries(responses))
        for (const { value } of examplesOf(response)) {
          const { responseCode } = value as { responseCode?: string }
          if (responseCode === undefined) continue
          expect(responseCode.slice(0, 3)).toBe(status)
          expect([operationId, codes.map(({ code }) => code)]).toEqual([operationId, expect.arrayContaining([responseCode])])
        }
  })
})
