import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CommandError } from '../command-line/command-result.js'
import { mergeEnvText, writeEnvFile } from './write-env-file.js'

const PEM = '-----BEGIN PRIVATE KEY-----\nMII+/=\n-----END PRIVATE KEY-----'
const VARIABLES = { X_PARTNER_ID: 'p-1', PRIVATE_KEY: PEM, ORIGIN: 'http://localhost:3000' }
const merge = (before: string, isForced = false) => mergeEnvText(before, VARIABLES, { isForced, path: '.env' })
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arus-env-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('an env file', () => {
  it('is made, readable by its owner alone, with a key on one line', async () => {
    const path = join(folder, '.env')
    await writeEnvFile(path, VARIABLES, { isForced: false })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const text = readFileSync(path, 'utf8')
    expect(text).toBe(
      'X_PARTNER_ID=p-1\nPRIVATE_KEY="-----BEGIN PRIVATE KEY-----\\nMII+/=\\n-----END PRIVATE KEY-----"\nORIGIN=http://localhost:3000\n'
    )
    expect(parseEnv(text)).toEqual(VARIABLES)
  })

  it('keeps the lines of others, and loses the rights of others to read it', async () => {
    const path = join(folder, '.env')
    writeFileSync(path, '# mine\nSHOP_NAME=Warung\n\nORIGIN=http://localhost:3000\nLAST=1', { mode: 0o644 })
    await writeEnvFile(path, VARIABLES, { isForced: false })
    expect(readFileSync(path, 'utf8')).toMatch(
      /^# mine\nSHOP_NAME=Warung\n\nORIGIN=http:\/\/localhost:3000\nLAST=1\nX_PARTNER_ID=p-1\nPRIVATE_KEY=/
    )
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('is written where a link points to, which stays one', async () => {
    const [path, link] = [join(folder, 'real'), join(folder, '.env')]
    writeFileSync(path, 'A=1\n')
    symlinkSync(path, link)
    await writeEnvFile(link, VARIABLES, { isForced: false })
    expect(readFileSync(path, 'utf8')).toContain('X_PARTNER_ID=p-1')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('with another value is left alone, with an error that names the variable and shows no value', async () => {
    const path = join(folder, '.env')
    writeFileSync(path, 'export PRIVATE_KEY=hidden\n')
    const failure = await writeEnvFile(path, VARIABLES, { isForced: false }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CommandError)
    expect((failure as Error).message).toContain('has other values of PRIVATE_KEY: give --force')
    expect((failure as Error).message).not.toContain('hidden')
    expect(readFileSync(path, 'utf8')).toBe('export PRIVATE_KEY=hidden\n')
    await writeEnvFile(path, VARIABLES, { isForced: true })
    expect(parseEnv(readFileSync(path, 'utf8'))).toEqual(VARIABLES)
  })

  it('knows a value that stands there in quotes, over several lines, or before a comment', () => {
    const before = `X_PARTNER_ID='p-1' # the sandbox\nPRIVATE_KEY="${PEM}"\nORIGIN=http://localhost:3000 # mine\n`
    expect(merge(before)).toBe(before)
  })

  it('replaces a value of several lines whole', () => {
    const before = 'PRIVATE_KEY="-----BEGIN\nold\n-----END"\nB=2\n'
    expect(parseEnv(merge(before, true))).toEqual({ ...VARIABLES, B: '2' })
    expect(merge(before, true)).not.toContain('old')
  })

  it('keeps the line ends of Windows', () => {
    expect(merge('A=1\r\nB="x\r\ny"\r\n')).toMatch(/^A=1\r\nB="x\r\ny"\r\nX_PARTNER_ID=p-1\r\n/)
  })

  it('does not change when it is written again, and reads as what was to be in it', () => {
    const line = fc.constantFrom('A=1', '# note', '', 'ORIGIN=x', 'B="two words"', "C='#'", 'X_PARTNER_ID=', 'D="a\nb"')
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = merge(lines.join('\n'), true)
        expect(merge(once)).toBe(once)
        expect(parseEnv(once)).toMatchObject(VARIABLES)
      })
    )
  })
})
