import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Lockfile = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

const lockfile: Lockfile = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))

// npm leaves out what it can't find when the lockfile is written, and `npm ci` then refuses it on every machine.
it('names each package of the other platforms in the lockfile, so that `npm ci` takes it', () => {
  const known = Object.keys(lockfile.packages)
  const wanted = Object.values(lockfile.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !known.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([])
})
