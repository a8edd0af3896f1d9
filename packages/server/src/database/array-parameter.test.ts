import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { arrayParameter } from './array-parameter.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function read(values: (string | null)[]): Promise<(string | null)[]> {
  const { rows } = await database.pool.query(
    'SELECT ordinality, value FROM unnest($1::text[]) WITH ORDINALITY AS value (value)',
    [arrayParameter(values)]
  )
  return rows.map((row) => row.value)
}

it('is read by PostgreSQL as the values that it was written from', async () => {
  const special = fc.constantFrom(
    '',
    'null',
    'NULL',
    '"',
    '\\',
    '\\"',
    '\\n',
    '\n',
    '\t',
    '{',
    '}',
    ',',
    ' ',
    '\u007f',
    '\u2028',
    'é',
    '😀',
    '\\u0041'
  )
  const text = fc.array(fc.oneof(special, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('').replaceAll('\0', ''))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text)), async (values) => {
      expect(await read(values)).toEqual(values)
    }),
    { numRuns: 300 }
  )
})

it('reads numbers that are written as texts', async () => {
  const { rows } = await database.pool.query('SELECT $1::bigint[] AS big, $2::integer[] AS small', [
    arrayParameter(['9007199254740993', '-1']),
    arrayParameter(['1', null])
  ])
  expect(rows).toEqual([{ big: [9007199254740993n, -1n].map(String), small: [1, null] }])
})
