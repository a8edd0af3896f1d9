import ipaddr from 'ipaddr.js'

const MAPPED_PREFIX_BITS = 96

/**
 * Reads an address or a range of addresses, and gives it in its one spelling: with its length, the bits beyond it zero, and
 * an IPv4-mapped one as the IPv4 range that it is. Undefined for anything else.
 *
 * @example
 * parseAddressRange('203.0.113.9/24') // '203.0.113.0/24'
 * parseAddressRange('::ffff:10.1.2.3') // '10.1.2.3/32'
 */
export function parseAddressRange(text: string): string | undefined {
  const [address = '', length, ...rest] = text.trim().split('/')
  const isPlain = ipaddr.IPv4.isValidFourPartDecimal(address) || (ipaddr.IPv6.isValid(address) && !address.includes('%'))
  if (!isPlain || rest.length > 0) return undefined
  const parsed = ipaddr.parse(address)
  const bits = length === undefined ? parsed.toByteArray().length * 8 : readLength(length)
  if (bits === undefined || bits > parsed.toByteArray().length * 8) return undefined
  if (parsed.kind() === 'ipv4') return `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`
  const v6 = parsed as ipaddr.IPv6
  if (v6.isIPv4MappedAddress() && bits >= MAPPED_PREFIX_BITS)
    return parseAddressRange(`${v6.toIPv4Address()}/${bits - MAPPED_PREFIX_BITS}`)
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`
}

function readLength(text: string): number | undefined {
  return /^(0|[1-9]\d{0,2})$/.test(text) ? Number(text) : undefined
}
