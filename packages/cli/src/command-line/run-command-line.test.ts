import { writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runArus, runJson } from '../testing/run-arus.js'
import { EXIT_CODE_HELP, EXIT_CODES } from './exit-codes.js'

const KEY = { ARUS_API_KEY: 'dp_test_0123456789' }

/** A server of our own that answers badly, as no right one can be made to. */
async function serve<Result>(listener: RequestListener, work: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** An address of this computer where nobody listens. */
async function findClosedAddress(): Promise<string> {
  return serve(
    () => {},
    async (url) => url
  )
}

describe('the exit code', () => {
  it.each([
    [['--help'], 0],
    [['submit', '--help'], 0],
    [['keys', '--help'], 0],
    [[], 2],
    [['keys'], 2],
    [['pay'], 2],
    [['submit'], 2],
    [['status', 'dis_1', 'dis_2'], 2],
    [['balance', '--loud'], 2],
    [['items', 'dis_1', '--status', 'lost'], 2],
    [['items', 'dis_1', '--csv', '--json'], 2],
    [['listen', '--port', 'http'], 2],
    [['listen', '--forward', 'foo'], 2],
    [['listen', '--forward', 'localhost:3000/hook'], 2],
    [['submit', '/nowhere/payroll.csv', '--dry-run'], 3]
  ])('of arus %j is %i', async (words, exitCode) => {
    expect((await runArus(words, KEY)).exitCode).toBe(exitCode)
  })

  it('is 2 without an API key, and the message says where one comes from', async () => {
    expect(await runArus(['balance'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('ARUS_API_KEY is not set') })
  })

  it('is 2 for a key or address that can not be right, and shows no key', async () => {
    const told = await runArus(['balance'], { ARUS_API_KEY: 'secret word' })
    expect(told.exitCode).toBe(2)
    expect(told.stderr).not.toContain('secret word')
    expect((await runArus(['balance'], { ...KEY, ARUS_URL: 'localhost' })).exitCode).toBe(2)
  })

  it('is 6 when nobody listens, and says which address was tried', async () => {
    const url = await findClosedAddress()
    const told = await runArus(['balance'], { ...KEY, ARUS_URL: url })
    expect(told).toMatchObject({ exitCode: 6, stderr: expect.stringContaining(new URL(url).host) })
  })

  it('is 6 when a question was not answered usably: asking does nothing', async () => {
    await serve(
      (_request, response) => response.writeHead(200).end('<html>'),
      async (url) => expect((await runArus(['balance'], { ...KEY, ARUS_URL: url })).exitCode).toBe(6)
    )
  })

  it('is 5 when the answer to a submit is lost, with the advice to run the same command again', async () => {
    const path = join(tmpdir(), `arus-unknown-${process.pid}.csv`)
    await writeFile(path, 'account_owner_name,bank_code,account_number,amount\nSiti,bca,0012,10000\n')
    const answers: Record<string, string> = {
      '/v1/disbursements/banks': '{"data":[{"id":15,"code":"bca","name":"BCA"}]}',
      '/v1/disbursements/topup/balance': '{"data":{"balance":1000000}}'
    }
    await serve(
      (request, response) => {
        const answer = answers[request.url ?? '']
        if (answer !== undefined) response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
        else request.on('data', () => request.socket.destroy())
      },
      async (url) => {
        const told = await runArus(['submit', path], { ...KEY, ARUS_URL: url })
        expect(told).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('run the same command again') })
        expect(told.stderr).toMatch(/batch key payroll-[0-9a-f]{64}/)
      }
    )
  })

  it('is explained by --help, each of them', async () => {
    const { stdout } = await runArus(['--help'])
    expect(stdout).toContain(EXIT_CODE_HELP)
    for (const code of Object.values(EXIT_CODES)) expect(EXIT_CODE_HELP).toMatch(new RegExp(`^ {2}${code} {2}`, 'm'))
  })
})

describe('--json', () => {
  it('prints one document on stdout for a mistake too, and nothing on stderr', async () => {
    for (const words of [['pay', '--json'], ['--json'], ['balance', '--loud', '--json'], ['keys', 'lose', '--json']]) {
      const { stdout, stderr, exitCode } = await runArus(words, KEY)
      expect(JSON.parse(stdout)).toMatchObject({ error: { kind: 'usage', message: expect.any(String) } })
      expect([stderr, exitCode]).toEqual(['', 2])
    }
  })

  it('says what kind of failure it was, and whether anything may have happened', async () => {
    const { document } = await runJson(['balance'], { ...KEY, ARUS_URL: await findClosedAddress() })
    expect(document).toMatchObject({ error: { kind: 'notReached', outcome: 'not_sent' } })
  })
})
