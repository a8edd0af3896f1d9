import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressGuard, resolveBySystem } from './address-guard.js'
import { isPublicAddress } from './is-public-address.js'

const guardOf = (addresses: string[], allowedCidrs: string[] = []) =>
  createAddressGuard({ allowedCidrs, resolve: async () => addresses })

const NOT_PUBLIC = 'the host is not at a public address'

describe('createAddressGuard', () => {
  it('gives the addresses of a name when all of them are public', async () => {
    expect(await guardOf(['93.184.215.14', '2606:2800:21f::1']).findAddresses('example.com')).toEqual([
      '93.184.215.14',
      '2606:2800:21f::1'
    ])
  })

  it('refuses a name as soon as one of its addresses is not public', async () => {
    await expect(guardOf(['93.184.215.14', '10.0.0.7']).findAddresses('example.com')).rejects.toThrow(NOT_PUBLIC)
  })

  it('refuses a name that has no address, or that nobody knows', async () => {
    const unknown = createAddressGuard({ allowedCidrs: [], resolve: () => Promise.reject(new Error('ENOTFOUND')) })
    await expect(unknown.findAddresses('nobody.example')).rejects.toMatchObject({ reason: 'not_resolved' })
    await expect(guardOf([]).findAddresses('nobody.example')).rejects.toMatchObject({ reason: 'not_resolved' })
  })

  it('never asks the resolver about a literal address', async () => {
    const guard = createAddressGuard({ allowedCidrs: [], resolve: () => Promise.reject(new Error('asked')) })
    expect(await guard.findAddresses('8.8.8.8')).toEqual(['8.8.8.8'])
    expect(await guard.findAddresses('[2606:4700:4700::1111]')).toEqual(['2606:4700:4700::1111'])
    await expect(guard.findAddresses('[::1]')).rejects.toThrow(NOT_PUBLIC)
  })

  it.each([
    // dotted, decimal, octal and hexadecimal, mixed, and with fewer parts
    'http://127.0.0.1/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0X7F.0x0.0.0x1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0177.0.0x1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://10.1/',
    'http://127.0.0.1./',
    'http://0/',
    'http://0.0.0.0/',
    // in other characters
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    // names of this machine
    'http://localhost/',
    'http://localhost./',
    'http://LOCALHOST/',
    'http://ⓛocalhost/',
    // where clouds tell their machines secrets
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    // IPv6 of this machine, and IPv4 inside IPv6: mapped, translated, compatible, NAT64 and its local use, 6to4, Teredo
    'http://[::]/',
    'http://[::1]/',
    'http://[0000:0000:0000:0000:0000:0000:0000:0001]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[64:ff9b:1:fffe::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:a9fe:a9fe::1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001::80ff:fffe]/',
    // link-local, once site-local, unique local, discarded, multicast
    'http://[fe80::1]/',
    'http://[febf::1]/',
    'http://[fec0::1]/',
    'http://[fc00::1]/',
    'http://[fdff::1]/',
    'http://[100::1]/',
    'http://[ff02::1]/'
  ])('refuses %s by default, with the names resolved by the system', async (url) => {
    const guard = createAddressGuard({ allowedCidrs: [], resolve: resolveBySystem })
    await expect(guard.findAddresses(new URL(url).hostname)).rejects.toThrow(NOT_PUBLIC)
  })

  it('opens the ranges that were allowed and nothing else', async () => {
    const guard = guardOf(['127.0.0.1', '::1'], ['127.0.0.0/8'])
    expect(await guard.findAddresses('localhost')).toEqual(['127.0.0.1'])
    expect(await guard.findAddresses('127.8.8.8')).toEqual(['127.8.8.8'])
    await expect(guard.findAddresses('10.0.0.1')).rejects.toThrow(NOT_PUBLIC)
    await expect(guard.findAddresses('[::1]')).rejects.toThrow(NOT_PUBLIC)
    expect(await guardOf([], ['::1/128']).findAddresses('[::1]')).toEqual(['::1'])
  })

  it('lets only public addresses through, whatever a resolver says', async () => {
    const address = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4().map((ipv4) => `::ffff:${ipv4}`),
      fc.string()
    )
    await fc.assert(
      fc.asyncProperty(fc.array(address, { maxLength: 4 }), async (addresses) => {
        const found = await guardOf(addresses)
          .findAddresses('example.com')
          .catch(() => [])
        expect(found.every(isPublicAddress)).toBe(true)
        if (found.length > 0) expect(found).toEqual(addresses)
      })
    )
  })
})
