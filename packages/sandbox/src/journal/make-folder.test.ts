import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeFolder } from './make-folder.js'
import { openJournal } from './open-journal.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sandbox-folder-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

it('makes a folder with those above it, for the owner alone, twice at once too', async () => {
  const folder = join(root, 'a', 'b', 'c')
  await Promise.all([makeFolder(folder), makeFolder(folder)])
  await makeFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(root, 'a'))).mode & 0o777).toBe(0o700)
})

it('says that data can be kept neither under a file nor in its place', async () => {
  const file = join(root, 'file')
  await writeFile(file, '')
  for (const folder of [file, join(file, 'below')])
    await expect(openJournal(folder)).rejects.toMatchObject({
      name: 'JournalError',
      code: 'unusable',
      message: expect.stringContaining(`can't be kept in ${folder}: E`)
    })
})

it('gives up where a folder takes no others, instead of trying for ever', async () => {
  // Where there is no such folder, a path without anything above it fails as well.
  const folder = existsSync('/proc/self') ? '/proc/no-such-folder' : '\0'
  await expect(openJournal(folder)).rejects.toMatchObject({ code: 'unusable' })
})
