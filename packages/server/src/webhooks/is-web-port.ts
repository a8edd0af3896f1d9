/** Above 1023, where anybody may listen, those that other protocols are known by; browsers refuse them too. */
const OF_OTHER_PROTOCOLS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080
])
const WELL_KNOWN_END = 1024

/**
 * Says whether a webhook may go to a port. Mail, shells, name and file servers listen below 1024: a body sent there might be
 * taken for their own protocol, in this server's name.
 *
 * @param port as `URL.port` writes it: empty for the protocol's own
 */
export function isWebPort(port: string): boolean {
  if (port === '' || port === '80' || port === '443') return true
  const number = Number(port)
  return number >= WELL_KNOWN_END && !OF_OTHER_PROTOCOLS.has(number)
}
