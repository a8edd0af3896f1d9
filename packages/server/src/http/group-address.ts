import ipaddr from 'ipaddr.js'
import { readAddress } from '../webhooks/is-public-address.js'

/**
 * Names the caller behind an address: an IPv4 address, or the /64 of an IPv6 one, since whoever has one of these has them
 * all. What is no address has one name together.
 *
 * @example
 * groupAddress('2001:db8:1:2:3:4:5:6') // '2001:db8:1:2::/64'
 * groupAddress('::ffff:203.0.113.7') // '203.0.113.7'
 */
export function groupAddress(text: string | undefined): string {
  const address = text === undefined ? undefined : readAddress(text.replace(/%.*$/, ''))
  if (address === undefined) return 'unknown'
  if (address.kind() === 'ipv4') return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64`
}
