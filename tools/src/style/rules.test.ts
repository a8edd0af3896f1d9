import { describe, expect, it } from 'vitest'
import {
  everyTestRuns,
  filesAreNamedAfterWhatTheyExport,
  lockFileNamesNoRegistry,
  nothingIsLeftUnfinished,
  onlyEntryPointsReadTheEnvironment,
  sqlTakesTimeFromArusNow
} from './rules.js'

const linesOf = (faults: { line: number }[]) => faults.map(({ line }) => line)

describe('SQL takes the time from arus_now()', () => {
  const path = 'packages/server/src/items/claim-items.ts'

  it.each(['now()', 'NOW ( )', 'clock_timestamp()', 'statement_timestamp()', 'CURRENT_TIMESTAMP'])(
    'finds %s in a query',
    (clock) => {
      const text = `const name = 'claim'\nconst text = \`UPDATE items\n  SET due_at = ${clock}\`\n`
      const [fault] = sqlTakesTimeFromArusNow({ path, text })
      expect(fault).toMatchObject({ path, line: 3 })
      expect(fault?.message).toContain('arus_now()')
    }
  )

  it('leaves arus_now(), the code around a query and the comments alone', () => {
    const text = `// never now()\nconst startedAt = now() + Date.now()\nawait query(\`SELECT arus_now()\`)\n`
    expect(sqlTakesTimeFromArusNow({ path, text })).toEqual([])
  })

  it('lets a test compare arus_now() with the real time, and nothing more', () => {
    const text = 'await query(`SELECT arus_now() - statement_timestamp()`)\nawait query(`SELECT now()`)\n'
    expect(linesOf(sqlTakesTimeFromArusNow({ path: 'packages/server/src/items/claim-items.test.ts', text }))).toEqual([2])
    expect(linesOf(sqlTakesTimeFromArusNow({ path, text }))).toEqual([1, 2])
  })

  it('reads migrations too, save the one that makes the clock', () => {
    const text = '-- now()\nCREATE TABLE t (created_at timestamptz DEFAULT now());\n'
    expect(linesOf(sqlTakesTimeFromArusNow({ path: 'packages/server/migrations/0009_more.sql', text }))).toEqual([2])
    expect(sqlTakesTimeFromArusNow({ path: 'packages/server/migrations/0001_clock.sql', text })).toEqual([])
  })
})

describe('only entry points read the environment', () => {
  it('finds process.env in a module of the product, and names the place for it', () => {
    const [fault] = onlyEntryPointsReadTheEnvironment({
      path: 'packages/server/src/http/app.ts',
      text: '\nconst port = process.env.PORT\n'
    })
    expect(fault).toMatchObject({ line: 2 })
    expect(fault?.message).toContain('packages/cli/src/main.ts')
  })

  it('finds env imported from node:process', () => {
    const text = "import { env } from 'node:process'\n"
    expect(linesOf(onlyEntryPointsReadTheEnvironment({ path: 'packages/durianpay/src/errors.ts', text }))).toEqual([1])
    expect(linesOf(onlyEntryPointsReadTheEnvironment({ path: 'packages/dana/src/client/dana.ts', text }))).toEqual([1])
  })

  it.each([
    'packages/cli/src/main.ts',
    'packages/dana/src/environment/read-environment.ts',
    'packages/server/src/http/app.test.ts',
    'packages/server/src/testing/start.ts',
    'bench/src/run.ts'
  ])('lets %s read it', (path) => {
    expect(onlyEntryPointsReadTheEnvironment({ path, text: 'process.env.PORT' })).toEqual([])
  })
})

describe('every test runs', () => {
  it.each(['only', 'skip', 'todo'])('finds %s in a test', (how) => {
    expect(linesOf(everyTestRuns({ path: 'a/pay.test.ts', text: `\nit.${how}('pays once', () => {})\n` }))).toEqual([2])
    expect(linesOf(everyTestRuns({ path: 'a/pay.test.ts', text: `describe.${how}('pays', () => {})\n` }))).toEqual([1])
  })

  it('is no rule for what is not a test', () => {
    expect(everyTestRuns({ path: 'a/pay.ts', text: `it.${'only'}` })).toEqual([])
  })
})

describe('nothing is left unfinished', () => {
  it.each(['TO' + 'DO', 'FIX' + 'ME'])('finds %s as a word of its own', (mark) => {
    expect(linesOf(nothingIsLeftUnfinished({ path: 'docs/a.md', text: `done\n// ${mark}: later\n` }))).toEqual([2])
    expect(nothingIsLeftUnfinished({ path: 'docs/a.md', text: `X${mark}S` })).toEqual([])
    expect(nothingIsLeftUnfinished({ path: 'consumers/dana-node-alias/src/blocks/a.ts', text: `// ${mark}` })).toEqual([])
    expect(nothingIsLeftUnfinished({ path: 'consumers/dana-node-alias/src/main.ts', text: `// ${mark}` })).toHaveLength(1)
  })
})

describe('files are named after what they export', () => {
  it.each(['src/utils.ts', 'src/date-utils.ts', 'src/helpers/pad.ts', 'src/common/index.ts', 'src/pool-manager.test.ts'])(
    'finds %s',
    (path) => {
      expect(filesAreNamedAfterWhatTheyExport({ path, text: '' })).toHaveLength(1)
    }
  )

  it.each(['src/parse-amount.ts', 'src/common-denominator.ts', 'src/batches/manage-batch.ts', 'src/oauth/widget-utils.ts'])(
    'takes %s',
    (path) => {
      expect(filesAreNamedAfterWhatTheyExport({ path, text: '' })).toEqual([])
    }
  )
})

describe('the lock file names no registry', () => {
  it('finds the host of a package, and leaves workspaces alone', () => {
    const lines = ['{', '"resolved": "packages/server",', `"resolved": "${'https'}://registry.example/a/-/a-1.tgz"`, '}']
    const text = lines.join('\n')
    const faults = lockFileNamesNoRegistry({ path: 'package-lock.json', text })
    expect(linesOf(faults)).toEqual([3])
    expect(faults[0]?.message).toContain('https://registry.example is named')
  })
})
