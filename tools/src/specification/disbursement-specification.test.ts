import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DISBURSEMENT_SPECIFICATION_PATH } from '../generated-files.js'
import { reachableSchemas } from './reachable-schemas.js'
import { readSpecification } from './read-specification.js'
import type { Schema } from './specification.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const { schemas, operations, webhooks } = readSpecification(readFileSync(`${root}/${DISBURSEMENT_SPECIFICATION_PATH}`, 'utf8'))
const api = operations.filter(({ path }) => path.startsWith('/v1/'))

const partsOf = (schema: Schema): Schema[] => [schema, ...(schema.allOf ?? []).filter(({ $ref }) => $ref === undefined)]
const fieldsOf = (schema: Schema) => partsOf(schema).flatMap(({ properties }) => Object.entries(properties ?? {}))

describe('the specification of the Disbursement API', () => {
  it('has the eleven endpoints of the protocol', () => {
    const found = api.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(found).toEqual(
      expect.arrayContaining([
        'POST /v1/disbursements/submit',
        'POST /v1/disbursements/{id}/approve',
        'GET /v1/disbursements/{id}',
        'GET /v1/disbursements/{id}/items',
        'POST /v1/disbursements/status',
        'DELETE /v1/disbursements/{id}',
        'POST /v1/disbursements/validate',
        'GET /v1/disbursements/banks',
        'POST /v1/disbursements/topup',
        'GET /v1/disbursements/topup/balance',
        'GET /v1/disbursements/topup/{id}'
      ])
    )
  })

  it('names each operation once, in camelCase', () => {
    const names = [...operations, ...webhooks].map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)+$/)
  })

  it('says of every operation of the API what it answers to a wrong key and when it fails', () => {
    for (const { operationId, answers } of api)
      expect([operationId, Object.keys(answers)]).toEqual([operationId, expect.arrayContaining(['200', '401', '500', '503'])])
  })

  it('answers 404 wherever a path has an id, and 400 wherever a body or a query can be wrong', () => {
    for (const { operationId, path, answers, body, parameters } of api) {
      if (path.includes('{id}'))
        expect([operationId, Object.keys(answers)]).toEqual([operationId, expect.arrayContaining(['404'])])
      const canBeWrong = body !== undefined || parameters.some(({ in: where }) => where === 'query')
      if (canBeWrong) expect([operationId, Object.keys(answers)]).toEqual([operationId, expect.arrayContaining(['400'])])
    }
  })

  it('describes every schema and every field', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      expect([name, schema.description]).toEqual([name, expect.stringMatching(/\S/)])
      for (const [field, { description, $ref }] of fieldsOf(schema))
        expect([name, field, description ?? $ref]).not.toContain(undefined)
    }
  })

  it('requires only fields that it describes', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const fields = fieldsOf(schema).map(([field]) => field)
      for (const required of partsOf(schema).flatMap((part) => part.required ?? []))
        expect([name, fields]).toEqual([name, expect.arrayContaining([required])])
    }
  })

  it('limits the length of every text in a request', () => {
    const requests = operations.flatMap(({ body, parameters }) => [
      ...(body === undefined ? [] : [body]),
      ...parameters.map(({ schema }) => schema)
    ])
    for (const name of reachableSchemas(schemas, requests)) {
      for (const [field, schema] of [[name, schemas[name]!] as const, ...fieldsOf(schemas[name]!)]) {
        if (schema.type !== 'string' || schema.enum !== undefined) continue
        const isFixedInLength = /^\^(\\d|\[A-Z\]|\{\d\}|-)+\$$/.test(String(schema.pattern))
        expect([name, field, isFixedInLength || schema.maxLength]).not.toContain(undefined)
      }
    }
  })
})
