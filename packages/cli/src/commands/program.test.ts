import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/arus.js', import.meta.url))

it('writes an env file that is not there yet, also where Node has an option of that name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arus-cli-program-'))
  // By its first line, as a shell starts it, not as an argument of node.
  const arus = spawn(PROGRAM, ['sandbox', '--port', '0', '--json', '--env-file', '.env'], { cwd: folder })
  onTestFinished(() => {
    arus.kill('SIGTERM')
    rmSync(folder, { recursive: true })
  })
  let said = ''
  arus.stderr.on('data', (chunk) => (said += chunk))
  await Promise.race([once(arus.stdout, 'data'), once(arus, 'exit')])
  expect(said).toBe('')
  expect(existsSync(join(folder, '.env'))).toBe(true)
})
