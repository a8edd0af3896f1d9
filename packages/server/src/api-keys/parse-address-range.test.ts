import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAllowedAddress } from './is-allowed-address.js'
import { parseAddressRange } from './parse-address-range.js'

describe('parseAddressRange', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7/32'],
    ['203.0.113.9/24', '203.0.113.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['2001:DB8:0:0::1/32', '2001:db8::/32'],
    ['::ffff:10.1.2.3', '10.1.2.3/32'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
    ['::/0', '::/0']
  ])('spells %s as %s', (text, range) => {
    expect(parseAddressRange(text)).toBe(range)
  })

  it.each([
    '',
    '/',
    'localhost',
    '10.1',
    '0x7f.0.0.1',
    '10.0.0.0/33',
    '::1/129',
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    '10.0.0.0/-1'
  ])('knows no range %j', (text) => {
    expect(parseAddressRange(text)).toBeUndefined()
  })

  it('makes of any IPv4 range one that holds exactly the addresses that share its first bits', () => {
    const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
    const number = (bytes: number[]) => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
    fc.assert(
      fc.property(address, address, fc.nat(32), (network, other, bits) => {
        const range = parseAddressRange(`${network.join('.')}/${bits}`)!
        const shift = BigInt(32 - bits)
        const isInside = number(network) >> shift === number(other) >> shift
        return (
          isAllowedAddress([range], other.join('.')) === isInside &&
          isAllowedAddress([range], `::ffff:${other.join('.')}`) === isInside
        )
      })
    )
  })
})

describe('isAllowedAddress', () => {
  it('allows every address where there is no range', () => {
    expect(isAllowedAddress([], '203.0.113.7')).toBe(true)
    expect(isAllowedAddress([], undefined)).toBe(true)
  })

  it('keeps the families apart, and takes what is no address for a stranger', () => {
    expect(isAllowedAddress(['0.0.0.0/0'], '2001:db8::1')).toBe(false)
    expect(isAllowedAddress(['::/0'], '203.0.113.7')).toBe(false)
    expect(isAllowedAddress(['2001:db8::/32'], '2001:db8:ffff::1')).toBe(true)
    expect(isAllowedAddress(['fe80::/10'], 'fe80::1%eth0')).toBe(true)
    for (const nonsense of [undefined, '', 'unknown', '203.0.113', '_hidden'])
      expect(isAllowedAddress(['0.0.0.0/0', '::/0'], nonsense)).toBe(false)
  })
})
