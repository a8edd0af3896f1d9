import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { isPublicAddress, readAddress } from './is-public-address.js'

/** Finds the addresses of a name. Fails when there are none. */
export type Resolve = (hostname: string) => Promise<string[]>

/** Says where a webhook may go, and knows nothing about the network but names and addresses. */
export type AddressGuard = {
  /**
   * Finds the addresses that a webhook to this host may be sent to.
   *
   * @param hostname a name or a literal, as `URL.hostname` writes it
   * @throws AddressRefusedError
   */
  findAddresses(hostname: string): Promise<string[]>
}

/** The host can't be sent to. The message is fit for a merchant: it doesn't say what a name resolved to. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError'
  readonly reason: 'not_public' | 'not_resolved'

  constructor(reason: 'not_public' | 'not_resolved') {
    super(reason === 'not_public' ? 'the host is not at a public address' : 'the name of the host could not be resolved')
    this.reason = reason
  }
}

/**
 * Makes the guard that keeps webhooks away from whatever isn't public: endpoints are chosen by merchants, and the server
 * must not become their way into its own network.
 *
 * One address that isn't public spoils a name, since nobody has both kinds by chance. But where a range was opened that
 * holds some of its addresses, these are what is used: `localhost` is often `::1` too.
 *
 * @param allowedCidrs ranges that are open although they aren't public
 *
 * @example
 * const guard = createAddressGuard({ allowedCidrs: ['127.0.0.0/8'], resolve: resolveBySystem })
 * await guard.findAddresses('localhost') // ['127.0.0.1']
 */
export function createAddressGuard({
  allowedCidrs,
  resolve
}: {
  allowedCidrs: readonly string[]
  resolve: Resolve
}): AddressGuard {
  const allowed = allowedCidrs.map((cidr) => ipaddr.parseCIDR(cidr))
  const isAllowed = (text: string): boolean => {
    const address = readAddress(text)
    return address !== undefined && allowed.some((range) => range[0].kind() === address.kind() && address.match(range))
  }

  return {
    async findAddresses(hostname) {
      const literal = hostname.replace(/^\[(.*)\]$/, '$1')
      const addresses = readAddress(literal) ? [literal] : await resolveName(resolve, hostname)
      const opened = addresses.filter(isAllowed)
      if (opened.length > 0) return opened
      if (!addresses.every(isPublicAddress)) throw new AddressRefusedError('not_public')
      return addresses
    }
  }
}

/** Asks the system, so that its hosts file counts too. */
export const resolveBySystem: Resolve = async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address)

/** A dot at the end makes no other host of a name, but a hosts file doesn't know that. */
async function resolveName(resolve: Resolve, hostname: string): Promise<string[]> {
  const addresses = await resolve(hostname.replace(/\.$/, '')).catch(() => [])
  if (addresses.length === 0) throw new AddressRefusedError('not_resolved')
  return addresses
}
