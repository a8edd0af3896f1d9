import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { PROGRAM, runBuiltArus, startBuiltArus } from '../testing/run-built-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

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

describe('the process of a command', () => {
  let server: ServerToPay
  beforeAll(async () => {
    server = await startServerToPay()
  })
  afterAll(() => server.stop())

  it('ends by itself after what a merchant does, with the result on stdout', async () => {
    const told = await runBuiltArus(['balance'], server.merchant)
    expect(told).toEqual({ exitCode: 0, stdout: expect.stringContaining('available'), stderr: '' })
  })

  it('ends by itself after what an operator does to the database, with the result on stdout', async () => {
    const told = await runBuiltArus(['merchants', 'list', '--json'], server.operator)
    expect(told).toEqual({ exitCode: 0, stdout: expect.stringContaining(server.merchantId), stderr: '' })
  })

  it('ends with the code of a failure, told on stderr, or on stdout where it is JSON', async () => {
    const words = ['status', 'dis_nobody']
    const told = await runBuiltArus(words, server.merchant)
    expect(told).toEqual({ exitCode: 4, stdout: '', stderr: expect.stringMatching(/^error: /) })
    const asJson = await runBuiltArus([...words, '--json'], server.merchant)
    expect(asJson).toEqual({ exitCode: 4, stdout: expect.stringContaining('"kind": "refused"'), stderr: '' })
  })

  it('ends with 0 when nobody reads on what it prints, as in "| head"', async () => {
    const listener = startBuiltArus(['listen', '--port', '0'], server.merchant)
    const [, url] = await listener.waitFor(/listening on (\S+)/)
    listener.child.stdout!.destroy()
    // Not signed: it prints that, and goes on.
    await fetch(url!, { method: 'POST', body: '{}' }).catch(() => {})
    expect(await listener.end()).toMatchObject({ exitCode: 0 })
  })

  it('is interrupted by SIGINT while it waits for an answer, and ends with 130', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      silent.closeAllConnections()
      silent.close()
    })
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
    const arus = startBuiltArus(['balance'], { ...server.merchant, ARUS_URL: url })
    await once(silent, 'request')
    expect(await arus.end('SIGINT')).toMatchObject({ exitCode: 130 })
  })
})
