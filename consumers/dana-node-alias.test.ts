import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestServer } from '../packages/calls/src/testing/index.js'
import { type Consumer, installForConsumers } from './install-for-consumers.js'
import { packPackage } from './pack-package.js'
import { serveDana } from './serve-dana.js'

let folder: string
let server: TestServer
let program: Consumer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-dana-node-'))
  const dana = await serveDana()
  server = dana.server
  const { tarball } = await packPackage('dana', folder)
  // As `npm install dana-node@npm:@arus/dana` does it where there is a network.
  const consumer = await installForConsumers(`dana-node@file:${tarball}`, folder, { 'world.json': JSON.stringify(dana.world) })
  program = await consumer('dana-node-alias')
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

it('compiles and runs what users of dana-node write, under the name that they import', async () => {
  await program.compile()
  expect(await program.run(['out/main.js'])).toEqual({ makeClient: 'https://m.sandbox.dana.id/checkout' })
})
