import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DIFFERENCES } from '../differences.js'
import { compile } from '../types/compile.js'
import { MIGRATION_PAGE, withDifferences } from './migration-page.js'

const page = readFileSync(MIGRATION_PAGE, 'utf8')

describe('the page for those who come from dana-node', () => {
  it('is in step with the table of differences: else run `npm run generate -w conformance`', () => {
    expect(withDifferences(page)).toBe(page)
  })

  it('begins its table with what surprises first: no .env is loaded', () => {
    expect(DIFFERENCES[0].id).toBe('env-file')
    for (const { arus } of DIFFERENCES) expect(page).toContain(arus)
  })

  it('does not lose the place of its table', () => {
    expect(() => withDifferences('no markers')).toThrow('no place')
  })

  it('has examples that compile', async () => {
    const examples = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, text]) => text!)
    expect(examples.length).toBeGreaterThan(2)
    for (const text of examples) expect(await compile({ text }, { danaNode: 'arus' })).toBe('')
  })
})
