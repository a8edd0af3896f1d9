import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runArus, startArus } from '../testing/run-arus.js'
import { type ArusProcess, startBuiltArus } from '../testing/run-built-arus.js'

const running: ArusProcess[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arus-cli-bank-'))
})
afterEach(async () => {
  for (const arus of running.splice(0)) await arus.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

async function startBank(...words: string[]): Promise<{ url: string; arus: ArusProcess }> {
  const arus = startBuiltArus(['bank', '--port', '0', '--json', ...words])
  running.push(arus)
  const [line] = await arus.waitFor(/^.*\n/)
  return { ...(JSON.parse(line) as { url: string }), arus }
}

const transfer = (url: string, reference: string) =>
  fetch(`${url}/transfers`, {
    method: 'POST',
    body: JSON.stringify({
      reference,
      amount: '10000.00',
      bank_code: 'bca',
      account_number: '8422640',
      account_owner_name: 'Jane Doe',
      repeats: 'refused'
    })
  })

describe('arus bank', () => {
  it('knows what it has confirmed after it was killed', async () => {
    const words = ['--book', join(folder, 'bank.book'), '--refuse-repeats']
    const first = await startBank(...words)
    const confirmed = await (await transfer(first.url, 'dis_item_1')).json()
    await first.arus.end('SIGKILL')
    const second = await startBank(...words)
    expect(await (await fetch(`${second.url}/transfers/dis_item_1`)).json()).toEqual(confirmed)
    expect((await transfer(second.url, 'dis_item_1')).status).toBe(409)
  })

  it('ends in order when it is told to', async () => {
    const { arus } = await startBank()
    expect((await arus.end('SIGTERM')).exitCode).toBe(0)
  })

  it('says what is wrong with how it was called', async () => {
    const first = startArus(['bank', '--port', '0'])
    const [, port] = await first.waitFor(/:(\d+)\n/)
    const taken = await runArus(['bank', '--port', port!])
    expect((await first.end('SIGTERM')).exitCode).toBe(0)
    expect(taken).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/is taken/) })
    expect(await runArus(['bank', '--port', '0', '--book', join(folder, 'none', 'bank.book')])).toMatchObject({ exitCode: 2 })
    expect(await runArus(['bank', '--latency-ms', 'soon'])).toMatchObject({ exitCode: 2 })
  })
})
