import ipaddr from 'ipaddr.js'
import { readAddress } from '../webhooks/is-public-address.js'

/**
 * Says whether a key may be used from an address. Without a range it may be from anywhere; with one, what is no address
 * (a proxy that passes on nonsense) is in none. IPv4-mapped addresses are the IPv4 ones that they are.
 *
 * @param ranges as `parseAddressRange` spells them
 *
 * @example
 * isAllowedAddress(['203.0.113.0/24'], '::ffff:203.0.113.9') // true
 */
export function isAllowedAddress(ranges: readonly string[], address: string | undefined): boolean {
  if (ranges.length === 0) return true
  const parsed = address === undefined ? undefined : readAddress(address.replace(/%.*$/, ''))
  if (parsed === undefined) return false
  return ranges.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range)
    return parsed.kind() === network.kind() && parsed.match([network, bits])
  })
}
