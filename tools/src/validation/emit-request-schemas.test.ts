import { describe, expect, it } from 'vitest'
import { readSpecification } from '../specification/read-specification.js'
import { emitRequestSchemas } from './emit-request-schemas.js'

const source = emitRequestSchemas(
  readSpecification(`
openapi: 3.1.0
paths:
  /v1/batches/{id}:
    post:
      operationId: changeBatch
      parameters:
        - $ref: '#/components/parameters/Id'
        - { name: limit, in: query, schema: { type: integer, default: 25 } }
        - { name: X-Key, in: header, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Change' }
      responses:
        '200': { $ref: '#/components/responses/Batch' }
        '504': { description: no body }
webhooks:
  batch.changed:
    post:
      operationId: onBatchChanged
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Batch' }
components:
  parameters:
    Id: { name: id, in: path, required: true, schema: { type: string } }
  responses:
    Batch:
      content:
        application/json:
          schema: { $ref: '#/components/schemas/Batch' }
  schemas:
    Change:
      description: What changes.
      type: object
      properties:
        name: { type: string, example: July, x-note: none }
        description: { type: [string, 'null'], maxLength: 5 }
        at: { type: string, format: date-time, pattern: Z$ }
    Base:
      type: object
      required: [id]
      properties:
        id: { type: string }
    Batch:
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          required: [change]
          properties:
            change: { $ref: '#/components/schemas/Change' }
            metadata: { type: object, additionalProperties: true }
`)
)

describe('the emitter of request schemas', () => {
  it('keeps what is checked and leaves out words for people, formats and extensions', () => {
    expect(source).toContain(`const requestChange: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    description: { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }] },
    at: { type: 'string', pattern: 'Z$' }
  }
}
`)
  })

  it('gives each part of a request its schema, headers in lower case', () => {
    expect(source).toContain('  changeBatch: { path: JsonSchema; query: JsonSchema; headers: JsonSchema; body: JsonSchema }\n')
    expect(source).toContain("    path: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },\n")
    expect(source).toContain("    query: { type: 'object', properties: { limit: { type: 'integer', default: 25 } } },\n")
    expect(source).toContain("    headers: { type: 'object', properties: { 'x-key': { type: 'string' } } },\n")
    expect(source).toContain('    body: requestChange\n')
  })

  it('closes what we answer, merged where it has several parts, and keeps open what is said to be open', () => {
    expect(source).toContain(`const answerBatch: JsonSchema = {
  type: 'object',
  required: ['id', 'change'],
  properties: {
    id: { type: 'string' },
    change: answerChange,
    metadata: { type: 'object', additionalProperties: true }
  },
  additionalProperties: false
}
`)
  })

  it('lists operations, the answers that have a body, and webhooks', () => {
    expect(source).toContain("  changeBatch: { method: 'POST', path: '/v1/batches/{id}' }\n")
    expect(source).toContain("  changeBatch: { '200': answerBatch }\n")
    expect(source).toContain("  'batch.changed': answerBatch\n")
  })

  it('writes a constant before it is used', () => {
    expect(source.indexOf('const answerChange')).toBeLessThan(source.indexOf('const answerBatch'))
  })
})
