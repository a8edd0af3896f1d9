import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJournal } from './open-journal.js'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sandbox-lock-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const makeFolder = () => mkdtemp(join(root, 'data-'))

it('lets one at a time use a folder', async () => {
  const folder = await makeFolder()
  const opened = await Promise.allSettled([openJournal(folder), openJournal(folder), openJournal(folder)])
  const journals = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(journals).toHaveLength(1)
  await expect(openJournal(folder)).rejects.toMatchObject({ code: 'locked', message: expect.stringContaining('this process') })
  await journals[0]!.close()
  await (await openJournal(folder)).close()
  expect(await readdir(folder)).toEqual(['journal.jsonl'])
})

it('minds the lock of a process that runs, and not the lock of one that is gone', async () => {
  const folder = await makeFolder()
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  await once(child.stdout, 'data')
  const lock = join(folder, 'lock')
  await writeFile(lock, JSON.stringify({ pid: child.pid }))
  await expect(openJournal(folder)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`process ${child.pid}`)
  })
  if (process.platform === 'linux') {
    // The number is the same, the process isn't.
    await writeFile(lock, JSON.stringify({ pid: child.pid, startedAt: '1' }))
    await (await openJournal(folder)).close()
    await writeFile(lock, JSON.stringify({ pid: process.pid, startedAt: '1' }))
    await (await openJournal(folder)).close()
  }
  await writeFile(lock, JSON.stringify({ pid: child.pid }))
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await openJournal(folder)).close()
  for (const nonsense of ['', 'x', '{}', '{"pid":-1}']) {
    await writeFile(lock, nonsense)
    await (await openJournal(folder)).close()
  }
  expect(await readdir(folder)).toEqual(['journal.jsonl'])
})
