import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PackedPackage, packPackage } from './pack-package.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-packages-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

// publint and are-the-types-wrong look at the same packages in `npm run check`.
describe.each([
  { name: 'durianpay', maxBytes: 1_000_000 },
  { name: 'snap-bi', maxBytes: 170_000 },
  { name: 'dana', maxBytes: 1_000_000 }
])('the packed package $name', ({ name, maxBytes }) => {
  let packed: PackedPackage
  beforeAll(async () => {
    packed = await packPackage(name, folder)
  })

  it('holds both copies with their types, what it is and how it may be used, and no tests', () => {
    const both = ['dist/index.js', 'dist/index.d.ts', 'dist/commonjs/index.js', 'dist/commonjs/index.d.ts']
    const wanted = [...both, 'dist/commonjs/package.json', 'LICENSE', 'README.md']
    expect(wanted.filter((path) => !packed.files.includes(path))).toEqual([])
    expect(packed.files.filter((path) => /\.test\.|testing|tsbuildinfo/.test(path))).toEqual([])
  })

  it('needs no other package, and runs nothing when it is installed', () => {
    const { dependencies, peerDependencies, optionalDependencies, scripts } = packed.manifest
    expect({ dependencies, peerDependencies, optionalDependencies }).toEqual({})
    expect(Object.keys(scripts ?? {}).filter((script) => /install|prepare/.test(script))).toEqual([])
  })

  it('imports nothing but its own files and Node itself', async () => {
    const code = packed.files.filter((path) => path.endsWith('.js'))
    const specifiers = (await Promise.all(code.map(packed.read))).flatMap(specifiersOf)
    expect(specifiers.filter((specifier) => !/^(\.{1,2}\/|node:)/.test(specifier))).toEqual([])
    expect(specifiers.length).toBeGreaterThan(code.length)
  })

  it('points to no map that it does not hold', async () => {
    const maps = packed.files.filter((path) => path.endsWith('.map')).map((path) => path.slice(path.lastIndexOf('/') + 1))
    const code = packed.files.filter((path) => /\.js$|\.d\.ts$/.test(path))
    const named = await Promise.all(code.map(async (path) => (await packed.read(path)).match(/(?<=sourceMappingURL=)\S+/)?.[0]))
    expect(named.filter((map) => map !== undefined && !maps.includes(map))).toEqual([])
  })

  it('takes no more room than promised', () => {
    expect(packed.unpackedBytes).toBeLessThan(maxBytes)
  })
})

/** As the compiler writes them: a statement that starts a line, or a call. What stands in comments and texts is none. */
function specifiersOf(code: string): string[] {
  const found = code.matchAll(/^(?:import|export)\b[^;'"=(]*['"]([^'"]+)['"];|\b(?:require|import)\("([^"]+)"\)/gm)
  return [...found].map(([, stated, called]) => stated ?? called!)
}
