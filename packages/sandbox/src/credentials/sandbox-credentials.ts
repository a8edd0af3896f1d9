/** What a merchant's program is configured with to talk to a sandbox. Keys are PEM: PKCS#8 and SubjectPublicKeyInfo. */
export type SandboxCredentials = {
  /** X-PARTNER-ID, X-CLIENT-KEY and the Open API's clientId. Variable of the client: `X_PARTNER_ID`. */
  partnerId: string
  /** The merchant of payments and bindings. `MERCHANT_ID`. */
  merchantId: string
  /** What the merchant sends as ORIGIN. `ORIGIN`. */
  origin: string
  /** The Open API's secret. `CLIENT_SECRET`. */
  clientSecret: string
  /** Signs the merchant's requests. `PRIVATE_KEY`. */
  privateKey: string
  /** The other half of it, which the sandbox verifies requests with. */
  publicKey: string
  /** Verifies the sandbox's notifications. `DANA_PUBLIC_KEY`. */
  danaPublicKey: string
}
