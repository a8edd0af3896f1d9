import { createApiKey, createMerchant, type Pool } from '@arus/server'

export type Merchant = {
  id: string
  secretKey: string
  /** What its endpoint's webhooks are signed with. */
  endpointSecret: string
}

/** Makes a merchant with a key for test mode, as an operator does. Its endpoint comes by the API. */
export async function makeMerchant(pool: Pool, masterKey: Buffer, name: string): Promise<Omit<Merchant, 'endpointSecret'>> {
  const { id } = await createMerchant(pool, { name })
  const { secretKey } = await createApiKey({ pool, masterKey, liveModeFault: undefined }, { merchantId: id, isLive: false })
  return { id, secretKey }
}
