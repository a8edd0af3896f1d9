/** Somebody who is paid. The balance stands in the ledger, under `merchant:<merchantId>`. */
export type Merchant = {
  /** X-PARTNER-ID, also the X-CLIENT-KEY. */
  readonly partnerId: string
  readonly merchantId: string
  readonly name: string
  /** PEM, SPKI: what the merchant's requests are verified with. */
  readonly publicKey: string
  readonly clientSecret: string
  /** An inactive one is "Invalid Merchant" wherever it asks for something. */
  readonly status: 'active' | 'inactive'
  readonly unbindNotifyUrl?: string
  /** The divisions that exist. None listed: any is taken. */
  readonly subMerchants: readonly string[]
  /** The stores that exist. None listed: any is taken. */
  readonly stores: readonly string[]
  readonly createdAt: number
}

/** What is needed to add a merchant; what is left out is made up. */
export type MerchantInput = {
  /** Any form snap-bi can read; kept as PEM. */
  readonly publicKey: string
  readonly partnerId?: string
  readonly merchantId?: string
  readonly name?: string
  readonly clientSecret?: string
  readonly status?: 'active' | 'inactive'
  readonly unbindNotifyUrl?: string
  readonly subMerchants?: readonly string[]
  readonly stores?: readonly string[]
  /** What the account starts with, in sen; nothing by default. */
  readonly balanceSen?: bigint
}

/** What can be changed of a merchant. `balanceSen` sets the balance: the difference comes from, or goes to, the world. */
export type MerchantChanges = Partial<Omit<MerchantInput, 'partnerId' | 'merchantId'>>
