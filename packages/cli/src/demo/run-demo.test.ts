import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runArus } from '../testing/run-arus.js'
import { runBuiltArus, startBuiltArus } from '../testing/run-built-arus.js'

const LONG_MS = 600_000

let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'arus-demo-test-'))
  // PostgreSQL runs as another user where we are root.
  await chmod(dataFolder, 0o755)
})
afterEach(() => rm(dataFolder, { recursive: true, force: true }))

type Report = {
  is_right: boolean
  rows: number
  outcomes: Record<'done' | 'invalid' | 'failed' | 'open', { count: number; amount: string }>
  checks: { name: string; differences: string[] }[]
}

describe('arus demo', () => {
  it('pays the example payroll, finds every book the same, and leaves nothing behind', { timeout: LONG_MS }, async () => {
    const settings = { ARUS_DATA_DIR: dataFolder, ARUS_FEE_PER_ITEM: '2500' }
    const { exitCode, stdout } = await runBuiltArus(['demo', '--json'], settings)
    const document = JSON.parse(stdout) as Report
    expect(document.checks.flatMap((check) => check.differences)).toEqual([])
    expect(document).toMatchObject({
      is_right: true,
      rows: 1000,
      outcomes: { done: { count: 969 }, invalid: { count: 31 }, failed: { count: 0 }, open: { count: 0 } }
    })
    expect(exitCode).toBe(0)
    expect(await readdir(join(dataFolder, 'demo'))).toEqual([])
  })

  it('with --keep leaves a server that the printed key opens and a database that operator commands find, until Ctrl-C', {
    timeout: LONG_MS
  }, async () => {
    const demo = startBuiltArus(['demo', '--keep'], { ARUS_DATA_DIR: dataFolder })
    const [, curlKey, address] = await demo.waitFor(/curl -u (\S+): (\S+)/)
    await demo.waitFor(/Ctrl-C/)
    const answer = await fetch(address!, { headers: { authorization: `Basic ${btoa(`${curlKey}:`)}` } })
    expect(await answer.json()).toMatchObject({ data: { status: 'partially_success' } })
    const merchant = { ARUS_URL: new URL(address!).origin, ARUS_API_KEY: curlKey! }
    expect((await runArus(['balance'], merchant)).exitCode).toBe(0)
    const [, keptFolder] = await demo.waitFor(/export ARUS_DATA_DIR=(\S+)/)
    const verified = await runArus(['ledger', 'verify'], { ARUS_DATA_DIR: keptFolder! })
    expect(verified).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/: 1 merchant, \d+ transfers/) })
    expect(await demo.end('SIGINT')).toMatchObject({ exitCode: 0, stderr: '' })
    await expect(fetch(address!)).rejects.toThrow()
    expect(await readdir(join(dataFolder, 'demo'))).toEqual([])
  })

  it('stops what it has started, and ends with 130, when it is interrupted on the way', { timeout: LONG_MS }, async () => {
    const demo = startBuiltArus(['demo'], { ARUS_DATA_DIR: dataFolder })
    await expect.poll(async () => (await readdir(dataFolder, { recursive: true })).join()).toContain('api.log')
    expect((await demo.end('SIGINT')).exitCode).toBe(130)
    expect(await readdir(join(dataFolder, 'demo'))).toEqual([])
  })
})
