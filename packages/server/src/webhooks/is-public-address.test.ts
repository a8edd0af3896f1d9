import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './is-public-address.js'

/** From the IANA registries of special-purpose addresses, and held against ours by another implementation: Node's. */
const SPECIAL_IPV4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24
  224.0.0.0/4 240.0.0.0/4 168.63.129.16/32`.split(/\s+/)
const SPECIAL_IPV6 =
  `::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48
  3fff::/20 4000::/3 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8`.split(/\s+/)

const special = new BlockList()
for (const range of SPECIAL_IPV4) special.addSubnet(range.split('/')[0]!, Number(range.split('/')[1]), 'ipv4')
for (const range of SPECIAL_IPV6) special.addSubnet(range.split('/')[0]!, Number(range.split('/')[1]), 'ipv6')

/** Addresses from anywhere, and many more from in and just around the special ranges than chance would give. */
const ipv4 = fc
  .oneof(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.tuple(fc.constantFrom(...SPECIAL_IPV4), fc.integer({ min: -2, max: 2 ** 16 })).map(([range, offset]) => {
      const [base, bits] = range.split('/') as [string, string]
      const first = base.split('.').reduce((number, octet) => number * 256 + Number(octet), 0)
      const size = 2 ** (32 - Number(bits))
      return Math.min(Math.max(0, offset % 2 === 0 ? first + offset : first + size + offset), 2 ** 32 - 1)
    })
  )
  .map((number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.'))

const ipv6 = fc
  .tuple(
    fc.constantFrom('', ...SPECIAL_IPV6.map((range) => range.split('/')[0]!)),
    fc.array(fc.integer({ min: 0, max: 65535 }), { minLength: 8, maxLength: 8 })
  )
  .map(([prefix, groups]) => {
    const known = prefix.split('::')[0]!.split(':').filter(Boolean)
    return [...known, ...groups.map((group) => group.toString(16))].slice(0, 8).join(':')
  })

describe('isPublicAddress', () => {
  it('takes exactly those IPv4 addresses that no special range holds', () => {
    fc.assert(
      fc.property(ipv4, (address) => {
        expect(isPublicAddress(address)).toBe(!special.check(address, 'ipv4'))
      }),
      { numRuns: 3000 }
    )
  })

  it('takes only those IPv6 addresses of 2000::/3 that no special range holds', () => {
    fc.assert(
      fc.property(ipv6, (address) => {
        const isGlobalUnicast = /^[23][0-9a-f]{3}:/.test(address)
        expect(isPublicAddress(address)).toBe(isGlobalUnicast && !special.check(address, 'ipv6'))
      }),
      { numRuns: 3000 }
    )
  })

  it('takes an IPv4-mapped IPv6 address for the IPv4 address that it is', () => {
    fc.assert(
      fc.property(ipv4, (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address))
      })
    )
  })

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    '192.168.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '4000::1',
    '2001:db8::1',
    '',
    'localhost',
    '0x7f.1',
    '2130706433',
    '127.1',
    '8.8.8.8 '
  ])('refuses %j', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})
