import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLog } from './create-log.js'
import { maskSecrets } from './mask-secrets.js'

function capture() {
  const lines: string[] = []
  const log = createLog('info', new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) }))
  return { log, read: () => lines.join('') }
}

describe('the log', () => {
  it('masks account numbers and hides keys, at every depth that is logged', () => {
    const { log, read } = capture()
    log.info(
      { account_number: '8422640123', item: { accountNumber: '0071234568' }, batch: { items: [{ account_number: '99887766' }] } },
      'x'
    )
    log.info({ headers: { authorization: 'Basic ZHA=' }, caller: { secretKey: 'dp_test_abc' }, masterKey: 'm' }, 'x')
    for (const secret of ['8422640123', '0071234568', '99887766', 'ZHA=', 'dp_test_abc', '"m"'])
      expect(read()).not.toContain(secret)
    for (const end of ['***0123', '***4568', '***7766']) expect(read()).toContain(end)
  })

  it('leaves out the details of database errors, which quote rows', () => {
    const { log, read } = capture()
    const error = Object.assign(new Error('duplicate key for dp_live_abc123'), {
      code: '23505',
      table: 'items',
      detail: 'Key (account_number)=(8422640123)'
    })
    log.error({ err: error }, 'failed')
    const line = JSON.parse(read())
    expect(line.err).toMatchObject({ type: 'Error', message: 'duplicate key for dp_live_***', code: '23505', table: 'items' })
    expect(read()).not.toContain('8422640123')
  })
})

describe('maskSecrets', () => {
  it('hides keys, secrets and credentials, and all of long numbers but their end', () => {
    expect(maskSecrets('dp_test_Ab1 whsec_x/y+z= Basic ZHBf== to 8422640123')).toBe('dp_test_*** whsec_*** Basic *** to ***0123')
  })

  it('leaves identifiers, dates and short numbers alone', () => {
    const text = 'dis_LjxhDKq8Am3427 dis_item_PVusz7D0jF2144 2026-01-02T03:04:05.678901Z port 54321'
    expect(maskSecrets(text)).toBe(text)
  })
})
