import { describe, expect, it } from 'vitest'
import { ConfigurationError, parseConfiguration } from './parse-configuration.js'

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfiguration(env)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults
  }
  return []
}

describe('parseConfiguration', () => {
  it('needs nothing: each setting has a default', () => {
    expect(parseConfiguration({})).toMatchObject({
      databaseUrl: undefined,
      masterKey: undefined,
      secondMasterKey: undefined,
      host: '127.0.0.1',
      port: 4180,
      webhookAllow: [],
      maxItems: 50_000,
      minAmountSen: 1_000_000n,
      maxAmountSen: 100_000_000_000n,
      feePerItemSen: 0n,
      requireRequestKey: false
    })
  })

  it('takes an empty variable for an unset one', () => {
    expect(parseConfiguration({ ARUS_PORT: '', ARUS_MIN_AMOUNT: ' ' })).toEqual(parseConfiguration({}))
  })

  it('lets a body hold as many items as a batch may have', () => {
    expect(parseConfiguration({}).maxBodyBytes).toBeGreaterThan(50_000 * 400)
    expect(parseConfiguration({ ARUS_MAX_ITEMS: '100000' }).maxBodyBytes).toBeGreaterThan(100_000 * 400)
  })

  it('reports all faults together', () => {
    const faults = faultsOf({
      ARUS_PORT: '70000',
      ARUS_MIN_AMOUNT: '-1',
      ARUS_FEE_PER_ITEM: '12.5',
      ARUS_LOG_LEVEL: 'loud',
      ARUS_WEBHOOK_ALLOW: '10.0.0.0/8,local',
      DATABASE_URL: 'mysql://x',
      ARUS_REQUIRE_REQUEST_KEY: 'maybe',
      ARUS_LEASE_MS: '500',
      ARUS_SIMULATED_BANK_URL: 'localhost:4183'
    })
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'ARUS_FEE_PER_ITEM',
      'ARUS_LEASE_MS',
      'ARUS_LOG_LEVEL',
      'ARUS_MIN_AMOUNT',
      'ARUS_PORT',
      'ARUS_REQUIRE_REQUEST_KEY',
      'ARUS_SIMULATED_BANK_URL',
      'ARUS_WEBHOOK_ALLOW',
      'DATABASE_URL'
    ])
  })

  it('takes a process that is silent in a transaction for gone when its lease is over, but not after less than ten seconds', () => {
    expect(parseConfiguration({}).maxSilenceMs).toBe(60_000)
    expect(parseConfiguration({ ARUS_LEASE_MS: '120000' }).maxSilenceMs).toBe(120_000)
    expect(parseConfiguration({ ARUS_LEASE_MS: '2000' }).maxSilenceMs).toBe(10_000)
  })

  it('refuses a least amount above the greatest', () => {
    expect(faultsOf({ ARUS_MIN_AMOUNT: '20000', ARUS_MAX_AMOUNT: '10000' })).toEqual([
      'ARUS_MIN_AMOUNT: 20000.00 is above ARUS_MAX_AMOUNT, 10000.00'
    ])
  })

  it('reads a master key in base64 and in hex, and never shows a wrong one', () => {
    const key = Buffer.alloc(32, 7)
    expect(parseConfiguration({ ARUS_MASTER_KEY: key.toString('base64') }).masterKey).toEqual(key)
    expect(parseConfiguration({ ARUS_MASTER_KEY: key.toString('hex') }).masterKey).toEqual(key)
    const [fault] = faultsOf({ ARUS_MASTER_KEY: 'c2hvcnQgc2VjcmV0' })
    expect(fault).toMatch(/32 bytes/)
    expect(fault).not.toContain('c2hvcnQgc2VjcmV0')
  })

  it('reads a second master key, which must be another one', () => {
    const [first, second] = [Buffer.alloc(32, 7).toString('base64'), Buffer.alloc(32, 8)]
    const settings = { ARUS_MASTER_KEY: first, ARUS_MASTER_KEY_SECOND: second.toString('base64') }
    expect(parseConfiguration(settings).secondMasterKey).toEqual(second)
    expect(faultsOf({ ARUS_MASTER_KEY: first, ARUS_MASTER_KEY_SECOND: first })).toEqual([
      'ARUS_MASTER_KEY_SECOND: it is the same key as ARUS_MASTER_KEY'
    ])
  })

  it('trusts no proxy, and limits keys, addresses and wrong keys, unless told otherwise', () => {
    expect(parseConfiguration({})).toMatchObject({
      trustedProxies: [],
      requestsPerSecondPerKey: 100,
      requestsPerSecondPerAddress: 1000,
      wrongKeysPerMinute: 300
    })
    expect(parseConfiguration({ ARUS_TRUSTED_PROXIES: '10.0.0.0/8,::1/128', ARUS_REQUESTS_PER_KEY: '0' })).toMatchObject({
      trustedProxies: ['10.0.0.0/8', '::1/128'],
      requestsPerSecondPerKey: 0
    })
    const wrong = { ARUS_TRUSTED_PROXIES: 'proxy.example', ARUS_REQUESTS_PER_ADDRESS: '-1', ARUS_WRONG_KEYS_PER_MINUTE: '0' }
    expect(faultsOf(wrong).map((fault) => fault.split(':')[0])).toEqual([
      'ARUS_TRUSTED_PROXIES',
      'ARUS_REQUESTS_PER_ADDRESS',
      'ARUS_WRONG_KEYS_PER_MINUTE'
    ])
  })

  it('gives what nobody can change', () => {
    const configuration = parseConfiguration({ ARUS_WEBHOOK_ALLOW: '127.0.0.0/8, ::1/128' })
    expect(configuration.webhookAllow).toEqual(['127.0.0.0/8', '::1/128'])
    expect(Object.isFrozen(configuration) && Object.isFrozen(configuration.webhookAllow)).toBe(true)
  })
})
