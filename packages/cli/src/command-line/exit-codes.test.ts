import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXIT_CODES } from './exit-codes.js'

describe('the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

  it('says when each exit code is given, and no other', () => {
    const [, table] = readme.split('## Exit codes')
    const codes = [...table!.split('## ')[0]!.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]))
    expect(codes).toEqual(Object.values(EXIT_CODES))
  })

  it('names every command', async () => {
    const { COMMANDS } = await import('../commands/index.js')
    for (const { path } of COMMANDS) expect(readme).toContain(`arus ${path.join(' ')}`)
  })
})
