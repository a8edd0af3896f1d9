// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources as text, with templates in them
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readLiterals } from './read-literals.js'
import { readTrackedFiles } from './read-tracked-files.js'
import { findPartsOfSql, KNOWN_PARTS, sqlIsWhole } from './sql-is-whole.js'

const path = 'packages/server/src/batches/read-batch.ts'
const faultsOf = (text: string) => sqlIsWhole({ path, text }).map(({ line, message }) => `${line}: ${message}`)

describe('SQL is whole', () => {
  it.each([
    'await connection.query({ text: `SELECT id FROM batches WHERE id = $1`, values: [id] })',
    'await connection.query({\n  name: "x",\n  text: `SELECT ${BATCH_COLUMNS} FROM batches${WHERE}`,\n  values\n})',
    "await connection.query<{ rows: Map<string, number> }>('SELECT 1', [`${id}`.length])",
    'const { rows } = await pool.query<{ id: string }>(ALL_BATCHES)',
    'throw new Error(`${count} batches of ${merchantId} are not there`)',
    "const words = request.query['status'] + ' from ' + id"
  ])('when it is written where it is asked, of constants alone: %s', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  it.each([
    ['await query(`SELECT id FROM batches WHERE id = ${id}`)', '${id} is put into SQL'],
    ["await query(`SELECT id FROM batches WHERE name = '${request.body.name}'`)", '${request.body.name} is put into SQL'],
    ['const text = `... ORDER BY ${column} DESC`', '${column} is put into SQL'],
    ['`SELECT 1 FROM a ${isLive ? `WHERE b = ${value}` : ``}`', '${value} is put into SQL'],
    ["const text = 'SELECT id FROM batches WHERE id = ' + id", 'put together from strings'],
    ["const text = start + ' WHERE id = 1'", 'put together from strings'],
    ["text += ' WHERE id = 1'", 'put together from strings'],
    ["const text = 'SELECT id FROM %'.replace('%', table)", 'put together from strings'],
    ['await pool.query(text)', 'the text of a query is text'],
    ['await pool.query<{ id: string }>(build(table), [1])', 'the text of a query is build'],
    ['await pool.query({ name: `x`, text: sql.select, values: [1] })', 'the text of a query is sql.select'],
    ['await pool.query({ name: `x`, text, values: [1] })', 'the text of a query is not there'],
    [
      'function f(table: string) {\n  const TABLE = table\n  return `SELECT 1 FROM ${TABLE}`\n}',
      'TABLE is written like a constant'
    ]
  ])('and not when a value could be read as SQL: %s', (text, message) => {
    const faults = faultsOf(text)
    expect(faults.join('\n')).toContain(message)
  })

  it('of tests and of other packages is their own', () => {
    const text = 'await query(`SELECT 1 FROM ${table}`)'
    for (const other of ['packages/server/src/batches/read-batch.test.ts', 'packages/server/src/testing/x.ts', 'bench/src/x.ts'])
      expect(sqlIsWhole({ path: other, text })).toEqual([])
  })

  it('has no exception that nothing needs', () => {
    const files = readTrackedFiles(fileURLToPath(new URL('../../..', import.meta.url)))
    for (const known of KNOWN_PARTS) {
      const file = files.find((one) => one.path === known.path)!
      expect(findPartsOfSql(file).map(({ part }) => part)).toEqual(expect.arrayContaining([...known.parts]))
    }
  })
})

describe('readLiterals', () => {
  it('reads strings and templates, one inside the other, and no comment or pattern', () => {
    const source = [
      "const a = 'it\\'s' // don't",
      '/* `not` */ const b = `x ${f({ c: "in" })} y ${`deep ${d}`}`',
      'const p = /[\'"`/]/g, q = 4 / 2 / 1',
      'const e = "end"'
    ].join('\n')
    expect(readLiterals(source).map(({ text, expressions }) => [text, expressions])).toEqual([
      ["it\\'s", []],
      ['x ${f({ c: "in" })} y ${`deep ${d}`}', ['f({ c: "in" })', '`deep ${d}`']],
      ['in', []],
      ['deep ${d}', ['d']],
      ['end', []]
    ])
  })
})
