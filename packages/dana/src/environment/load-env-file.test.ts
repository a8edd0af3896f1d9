import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { loadEnvFile } from './load-env-file.js'

function writeEnv(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'arus-env-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, '.env'), text)
  return folder
}

it('sets what the file says and no variable that is set', () => {
  vi.stubEnv('ARUS_TEST_SET', 'before')
  vi.stubEnv('ARUS_TEST_NEW', undefined)
  onTestFinished(() => void vi.unstubAllEnvs())
  loadEnvFile(join(writeEnv('ARUS_TEST_SET=after\nARUS_TEST_NEW="line one\\nline two"\n'), '.env'))
  expect(process.env.ARUS_TEST_SET).toBe('before')
  expect(process.env.ARUS_TEST_NEW).toBe('line one\nline two')
})

it('does nothing where there is no file', () => {
  expect(() => loadEnvFile('/nowhere/.env')).not.toThrow()
})

it('leads to an error that names it when a variable is missing and the file was not loaded', () => {
  const folder = writeEnv('X_PARTNER_ID=p\n')
  const client = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
  const program = `import { Dana } from ${JSON.stringify(client)}; try { new Dana() } catch (error) { console.log(error.message) }`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8', env: {} })
  expect(said).toContain('Missing required environment variable: X_PARTNER_ID.')
  expect(said).toContain("There is a .env file here, which is not loaded by itself: put import '@arus/dana/env'")
})
