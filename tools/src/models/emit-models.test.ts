import { describe, expect, it } from 'vitest'
import { readSpecification } from '../specification/read-specification.js'
import { emitModels } from './emit-models.js'

const OPERATION = `
openapi: 3.1.0
paths:
  /v1/batches:
    get:
      operationId: listBatches
      responses:
        '200':
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Batch'
`

const emit = (schemas: string) => emitModels(readSpecification(`${OPERATION}components:\n  schemas:\n${schemas}`))

describe('the emitter of models', () => {
  it('writes an interface with a comment per field, optional fields marked, money as a string', () => {
    const source = emit(`
    Batch:
      description: A batch.
      type: object
      required: [id, total]
      properties:
        id:
          description: Its id.
          type: string
          example: dis_1
        total:
          $ref: '#/components/schemas/Amount'
        approver:
          description: Who approved it.
          type: [string, 'null']
    Amount:
      description: Rupiah.
      type: string
`)
    expect(source).toBe(`/** A batch. */
export interface Batch {
  /**
   * Its id.
   *
   * @example 'dis_1'
   */
  id: string
  /** Rupiah. */
  total: Amount
  /** Who approved it. */
  approver?: string | null
}

/** Rupiah. */
export type Amount = string
`)
  })

  it('writes constants and enumerations as literals, lists of them in brackets, free objects as records', () => {
    const source = emit(`
    Batch:
      type: object
      required: [type, statuses, metadata, is_live, count]
      properties:
        type: { type: string, const: batch }
        statuses: { type: array, items: { type: string, enum: [done, failed] } }
        metadata: { type: object, additionalProperties: true }
        is_live: { type: boolean }
        count: { type: integer }
`)
    expect(source).toBe(`export interface Batch {
  type: 'batch'
  statuses: ('done' | 'failed')[]
  metadata: Record<string, unknown>
  is_live: boolean
  count: number
}
`)
  })

  it('writes allOf as extends, and a discriminated union even where no operation uses it', () => {
    const source = emit(`
    Base:
      type: object
      properties:
        id: { type: string }
    Batch:
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          required: [name]
          properties:
            name: { type: string }
    Either:
      oneOf:
        - $ref: '#/components/schemas/Base'
        - $ref: '#/components/schemas/Batch'
      discriminator: { propertyName: id }
`)
    expect(source).toContain('export interface Batch extends Base {\n  name: string\n}\n')
    expect(source).toContain('export type Either = Base | Batch\n')
  })

  it('leaves out what no body has', () => {
    const source = emit(`
    Batch: { type: string }
    OnlyInAQuery: { type: integer }
`)
    expect(source).toBe('export type Batch = string\n')
  })

  it('does not let a description end its comment', () => {
    expect(emit("\n    Batch: { type: string, description: 'a */ b' }\n")).toBe('/** a *\\/ b */\nexport type Batch = string\n')
  })

  it('refuses a reference that leads nowhere, and schemas that refer to each other in a circle', () => {
    expect(() => emit("\n    Batch: { $ref: '#/components/schemas/Nothing' }\n")).toThrow('Nothing leads nowhere')
    expect(() =>
      emit(`
    Batch: { type: object, properties: { item: { $ref: '#/components/schemas/Item' } } }
    Item: { type: object, properties: { batch: { $ref: '#/components/schemas/Batch' } } }
`)
    ).toThrow('in a circle')
  })
})
