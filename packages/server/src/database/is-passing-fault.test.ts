import { createServer } from 'node:net'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createTestDatabase } from '../testing/create-test-database.js'
import { isPassingFault } from './is-passing-fault.js'

const withCode = (code: string) => Object.assign(new Error('some text'), { code })

describe('isPassingFault', () => {
  it.each([
    ['08000', 'connection exception'],
    ['08006', 'connection failure'],
    ['40001', 'serialization failure'],
    ['40P01', 'deadlock'],
    ['53100', 'disk full'],
    ['53300', 'too many connections'],
    ['57014', 'statement cancelled'],
    ['57P01', 'admin shutdown'],
    ['57P02', 'crash shutdown'],
    ['57P03', 'starting up'],
    ['58030', 'input or output error'],
    ['25006', 'read only'],
    ['25P03', 'idle in a transaction for too long'],
    ['ECONNREFUSED', 'nobody listens'],
    ['ECONNRESET', 'connection reset'],
    ['EHOSTUNREACH', 'no way to the host'],
    ['ENETUNREACH', 'no way to the network'],
    ['EPIPE', 'connection closed while writing'],
    ['ETIMEDOUT', 'no answer'],
    ['ENOTFOUND', 'no such name'],
    ['EAI_AGAIN', 'name server away']
  ])('takes %s (%s) for one that passes', (code) => {
    expect(isPassingFault(withCode(code))).toBe(true)
  })

  it.each([
    ['22003', 'number out of range'],
    ['22P05', 'character that can not be stored'],
    ['23505', 'unique violation'],
    ['23514', 'check violation'],
    ['25P02', 'transaction aborted'],
    ['42601', 'syntax error'],
    ['42501', 'not allowed'],
    ['42P01', 'no such table'],
    ['P0001', 'raised by a trigger'],
    ['XX000', 'internal error'],
    ['57', 'no SQLSTATE: too short'],
    ['5757575', 'no SQLSTATE: too long'],
    ['ENOENT', 'no such file'],
    ['ERR_INVALID_ARG_TYPE', 'a fault of ours']
  ])('takes %s (%s) for one that stays', (code) => {
    expect(isPassingFault(withCode(code))).toBe(false)
  })

  it.each([
    'Connection terminated',
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'the listening connection ended'
  ])('takes what the driver says without a code, "%s", for one that passes', (message) => {
    expect(isPassingFault(new Error(message))).toBe(true)
  })

  it.each([
    new Error('item 3 is in no state to be paid'),
    new TypeError('x is not a function'),
    new Error(''),
    {},
    'connection terminated',
    57
  ])('takes anything else (%s) for one that stays', (error) => {
    expect(isPassingFault(error)).toBe(false)
  })

  it('believes the code rather than the words of the message', () => {
    expect(isPassingFault(Object.assign(new Error('connection terminated'), { code: '23505' }))).toBe(false)
  })
})

/** What really comes out of the driver, whichever words a version of it uses. */
describe('isPassingFault, of real faults', () => {
  async function catchError(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => expect.fail('it should have failed'),
      (error) => error
    )
  }

  it('knows a connection that is terminated under a statement, and a later statement on it', async () => {
    const database = await createTestDatabase()
    try {
      const connection = await database.pool.connect()
      connection.on('error', () => {})
      const first = await catchError(connection.query('SELECT pg_terminate_backend(pg_backend_pid())'))
      const second = await catchError(connection.query('SELECT 1'))
      connection.release(true)
      expect([first, second].map(isPassingFault)).toEqual([true, true])
    } finally {
      await database.drop()
    }
  })

  it('knows a server that is not there, and one that hangs up', async () => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const connect = () => new pg.Client({ host: '127.0.0.1', port, user: 'nobody', database: 'none' }).connect()
    const hungUp = await catchError(connect())
    await new Promise((resolve) => server.close(resolve))
    const refused = await catchError(connect())
    expect([hungUp, refused].map(isPassingFault)).toEqual([true, true])
  })

  it('knows a statement that breaks a rule of the database', async () => {
    const database = await createTestDatabase()
    const error = await catchError(database.pool.query('SELECT 1 / 0'))
    await database.drop()
    expect(isPassingFault(error)).toBe(false)
  })
})
