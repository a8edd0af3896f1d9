import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultDataFolder } from './default-data-folder.js'
import { findBarrier } from './find-barrier.js'

let folder: string
let home: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-test-'))
  await chmod(folder, 0o755)
  home = join(folder, 'home')
  await mkdir(home)
})
afterEach(() => rm(folder, { recursive: true }))

describe('defaultDataFolder', () => {
  it("is in an ordinary user's home, however private", async () => {
    await chmod(home, 0o700)
    expect(await defaultDataFolder({ home, uid: 1000 })).toBe(join(home, '.arus'))
  })

  it("is in root's home when others can enter it", async () => {
    await chmod(home, 0o755)
    expect(await defaultDataFolder({ home, uid: 0 })).toBe(join(home, '.arus'))
  })

  it("is /var/lib/arus when only root can enter root's home", async () => {
    // Shut to its owner as well, who here may be the very user that PostgreSQL would run as.
    await chmod(home, 0o600)
    expect(await defaultDataFolder({ home, uid: 0 })).toBe('/var/lib/arus')
  })
})

describe('findBarrier', () => {
  const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 }

  it('names the first folder on the way that the user may not enter', async () => {
    await mkdir(join(home, 'below'))
    await chmod(join(home, 'below'), 0o755)
    await chmod(home, 0o700)
    expect(await findBarrier(join(home, 'below', 'missing'), stranger)).toBe(home)
    await chmod(home, 0o711)
    expect(await findBarrier(join(home, 'below', 'missing'), stranger)).toBeUndefined()
  })

  it("goes by the owner's and the group's rights where the user is one", async () => {
    const owner = { name: 'owner', uid: process.getuid?.() ?? 0, gid: 4_000_000 }
    const member = { name: 'member', uid: 4_000_000, gid: process.getgid?.() ?? 0 }
    await chmod(home, 0o701)
    expect(await findBarrier(home, owner)).toBeUndefined()
    expect(await findBarrier(home, member)).toBe(home)
    await chmod(home, 0o011)
    expect(await findBarrier(home, owner)).toBe(home)
    expect(await findBarrier(home, member)).toBeUndefined()
    await chmod(home, 0o700)
  })
})
