import { createHash } from 'node:crypto'

/**
 * The cookie of a session. Browsers keep cookies by host whatever the port, so its name says which sandbox it is of. The
 * customer's goes along when a merchant's page leads here (Lax), the developer's never with anything of another site.
 */
export function sessionCookie({ audience, publicUrl }: { audience: 'customer' | 'developer'; publicUrl: string }): {
  name: string
  attributes: string
} {
  const hash = createHash('sha256').update(publicUrl).digest('hex').slice(0, 8)
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const scope = audience === 'customer' ? 'Path=/; SameSite=Lax' : 'Path=/_sandbox; SameSite=Strict'
  return { name: `arus_sandbox_${audience}_${hash}`, attributes: `HttpOnly; ${scope}${secure}` }
}
