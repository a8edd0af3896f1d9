const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a request for a developer page came to the sandbox under a name of its own. A foreign site that makes its name point
 * at this machine (DNS rebinding) comes with its own Host, and a form of another site with its own Origin.
 */
export function isOwnAddress({
  host,
  origin,
  publicUrl
}: {
  host: string | undefined
  origin: string | undefined
  publicUrl: string
}): boolean {
  if (host === undefined) return false
  const own = URL.canParse(publicUrl) ? new URL(publicUrl).host : undefined
  if (!LOOPBACK.test(host) && host !== own) return false
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
