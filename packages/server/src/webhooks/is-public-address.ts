import ipaddr from 'ipaddr.js'

type Address = ReturnType<typeof ipaddr.process>

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
/** The one address outside every special range that reaches a cloud's own services from inside its machines. */
const AZURE_PLATFORM = '168.63.129.16'

/**
 * Says whether an address is one that anybody on the internet can have: not loopback, private, link-local, shared,
 * multicast, reserved, nor one that hides an IPv4 address inside (NAT64, 6to4, Teredo).
 *
 * An IPv4-mapped IPv6 address counts as the IPv4 address that it is.
 */
export function isPublicAddress(text: string): boolean {
  const address = readAddress(text)
  if (address === undefined || address.range() !== 'unicast') return false
  if (address.kind() === 'ipv4') return address.toString() !== AZURE_PLATFORM
  // What is not handed out yet has no special range, and counts as unicast otherwise.
  return (address as ipaddr.IPv6).match(GLOBAL_UNICAST)
}

/** Reads an address in its usual spelling; undefined for anything else, a zone included. */
export function readAddress(text: string): Address | undefined {
  const isPlain = ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes('%'))
  return isPlain ? ipaddr.process(text) : undefined
}
