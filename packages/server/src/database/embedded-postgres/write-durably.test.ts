import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeDurably } from './write-durably.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-durable-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('leaves one of the contents, whole, and nothing else, when several write the same file at once', async () => {
  const path = join(folder, 'identity.json')
  const contents = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(50_000))
  await Promise.all(contents.map((content) => writeDurably(path, content)))
  expect(contents).toContain(await readFile(path, 'utf8'))
  expect(await readdir(folder)).toEqual(['identity.json'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('leaves what was there, and nothing half-done beside it, when it can not write', async () => {
  await expect(writeDurably(join(folder, 'nowhere', 'identity.json'), 'x')).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual([])
})
