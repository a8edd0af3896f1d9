import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as source from '../packages/durianpay/src/index.js'
import {
  type Reaction,
  type SeenRequest,
  startTestServer,
  type TestServer
} from '../packages/calls/src/testing/index.js'

const run = promisify(execFile)
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const WORKSPACE = pathOf('..')
const PACKAGE = pathOf('../packages/durianpay')
const TSC = pathOf('../node_modules/typescript/bin/tsc')

let folder: string
let tarball: string
let packedFiles: string[]
let server: TestServer

/** As much of the API as a consumer calls. */
function react({ method, path }: SeenRequest): Reaction {
  const batch = { id: 'dis_consumer', status: 'approved', total_amount: '150000.00' }
  if (path === '/v1/disbursements/submit') return { body: { data: { ...batch, status: 'draft' } } }
  if (path === '/v1/disbursements/dis_refused/approve')
    return { status: 403, body: { error: 'no', error_code: 'INSUFFICIENT_BALANCE' } }
  if (path === '/v1/disbursements/dis_consumer/items') {
    const items = ['done', 'failed'].map((status, index) => ({ id: `dis_item_${index}`, status }))
    return { body: { data: { disbursement_batch_items: items, count: 2, next_cursor: null } } }
  }
  if (path === '/v1/disbursements') return { body: { data: { disbursements: [batch], count: 1 } } }
  if (path === '/v1/disbursements/dis_consumer' && method === 'GET') return { body: { data: batch } }
  return { status: 404, body: { error: `no ${method} ${path}`, error_code: 'DPAY_NOT_FOUND' } }
}

/** Copies a consumer out of the workspace, and installs the packed package there as a user would. */
async function install(name: string): Promise<string> {
  const project = join(folder, name)
  await cp(pathOf(name), project, { recursive: true })
  const flags = ['--offline', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts']
  await run('npm', ['install', ...flags, tarball], { cwd: project })
  return project
}

async function runNode(project: string, script: string): Promise<Record<string, unknown>> {
  const { stdout } = await run(process.execPath, [script, server.baseUrl], { cwd: project })
  return JSON.parse(stdout)
}

/** The workspace's compiler and Node types: a consumer has its own, and none can be fetched offline. */
async function compile(project: string): Promise<void> {
  const typeRoots = join(WORKSPACE, 'node_modules/@types')
  await run(process.execPath, [TSC, '-p', '.', '--typeRoots', typeRoots], { cwd: project }).catch((error) => {
    throw new Error(error.stdout)
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-consumers-'))
  server = await startTestServer(react)
  await run('npm', ['run', '--silent', 'build'], { cwd: WORKSPACE })
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE })
  const [packed] = JSON.parse(stdout)
  tarball = join(folder, packed.filename)
  packedFiles = packed.files.map((file: { path: string }) => file.path)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const PAID = {
  exports: Object.keys(source).sort(),
  batch: 'dis_consumer',
  statuses: ['done', 'failed'],
  verified: 'disbursement.completed',
  received: 'approved',
  twoCopies: true,
  caught: true,
  errorCode: 'INSUFFICIENT_BALANCE'
}

describe('the packed package', () => {
  it('holds both copies with their types and sources, and no tests', () => {
    const wanted = [
      'LICENSE',
      'README.md',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/commonjs/index.js',
      'dist/commonjs/package.json',
      'src/index.ts'
    ]
    expect(packedFiles).toEqual(expect.arrayContaining(wanted))
    expect(packedFiles.filter((path) => /\.test\.|testing|tsbuildinfo/.test(path))).toEqual([])
  })

  it('passes publint and are-the-types-wrong', async () => {
    await run(pathOf('../node_modules/.bin/publint'), ['run', tarball, '--strict'])
    await run(pathOf('../node_modules/.bin/attw'), [tarball])
  })
})

describe('a consumer that installs it', () => {
  it('pays and takes a webhook as an ES module; importing reads no environment and adds no global', async () => {
    const found = await runNode(await install('esm'), 'main.js')
    expect(found).toEqual({ ...PAID, ownReads: [], addedGlobals: 0, deepImport: 'ERR_PACKAGE_PATH_NOT_EXPORTED' })
  })

  it('pays and takes a webhook as CommonJS', async () => {
    expect(await runNode(await install('cjs'), 'main.js')).toEqual(PAID)
  })

  it('compiles as a TypeScript ES module', async () => {
    await compile(await install('types-esm'))
  })

  it('compiles as TypeScript that becomes CommonJS, and runs', async () => {
    const project = await install('types-cjs')
    await compile(project)
    expect(await runNode(project, 'out/main.js')).toEqual({ batch: 'dis_consumer', isNotFound: false, known: 1 })
  })
})
