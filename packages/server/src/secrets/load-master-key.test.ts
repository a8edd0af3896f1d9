import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadMasterKey } from './load-master-key.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-key-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('loadMasterKey', () => {
  it('takes the configured key, and keeps nothing', async () => {
    const key = randomBytes(32)
    expect(await loadMasterKey(key, join(folder, 'none'))).toEqual({ key, isKept: false })
    expect(await readdir(folder)).toEqual([])
  })

  it('makes one that only its owner can read, the same for all who start at once and later', async () => {
    const dataFolder = join(folder, 'data')
    const keys = await Promise.all(Array.from({ length: 10 }, () => loadMasterKey(undefined, dataFolder)))
    keys.push(await loadMasterKey(undefined, dataFolder))
    expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(1)
    expect(keys[0]).toMatchObject({ isKept: true })
    expect(keys[0]!.key).toHaveLength(32)
    expect(await readdir(dataFolder)).toEqual(['master-key'])
    expect((await stat(join(dataFolder, 'master-key'))).mode & 0o777).toBe(0o600)
  })

  it('puts a second key beside the one that is configured or kept', async () => {
    const [first, second] = [randomBytes(32), randomBytes(32)]
    expect(await loadMasterKey(first, folder, second)).toEqual({ key: [first, second], isKept: false })
    const kept = join(folder, 'kept')
    const { key } = await loadMasterKey(undefined, kept)
    expect(await loadMasterKey(undefined, kept, second)).toEqual({ key: [key, second], isKept: true })
    expect(await loadMasterKey(undefined, kept, key as Buffer)).toEqual({ key, isKept: true })
  })

  it('refuses a file that others than its owner can read', async () => {
    const exposed = join(folder, 'exposed')
    await loadMasterKey(undefined, exposed)
    await chmod(join(exposed, 'master-key'), 0o640)
    await expect(loadMasterKey(undefined, exposed)).rejects.toThrow('can be read by others than its owner')
    await chmod(join(exposed, 'master-key'), 0o600)
    expect((await loadMasterKey(undefined, exposed)).isKept).toBe(true)
  })

  it('never replaces a file that is no key', async () => {
    await writeFile(join(folder, 'master-key'), 'broken')
    await expect(loadMasterKey(undefined, folder)).rejects.toThrow('does not hold a master key')
  })
})
