import type { SandboxCredentials } from '@arus/sandbox'
import type { EnvVariables } from './write-env-file.js'

/** The variables that a client of this sandbox is configured by: dana-node's, and those of `@arus/dana` for the addresses. */
export function sandboxVariables({ url, credentials }: { url: string; credentials: SandboxCredentials }): EnvVariables {
  return {
    X_PARTNER_ID: credentials.partnerId,
    PRIVATE_KEY: credentials.privateKey.trim(),
    MERCHANT_ID: credentials.merchantId,
    ORIGIN: credentials.origin,
    CLIENT_SECRET: credentials.clientSecret,
    DANA_PUBLIC_KEY: credentials.danaPublicKey.trim(),
    DANA_BASE_URL: url,
    DANA_WEB_URL: url
  }
}
