/** A user to be made; what is left out is chosen by the sandbox. */
export type UserInput = {
  /** 628… */
  phone: string
  /** Six digits. */
  pin: string
  name: string
  nickname?: string
  balanceSen?: bigint
  kycLevel?: '00' | '02'
  status?: 'active' | 'frozen' | 'inactive' | 'abnormal' | 'closed'
  /** By service code, the response code that every operation of that service is answered with. */
  answers?: Record<string, string>
}

/** A merchant to be made. */
export type MerchantInput = {
  partnerId: string
  merchantId: string
  name: string
  /** PEM. */
  publicKey: string
  clientSecret: string
  unbindNotifyUrl?: string
  stores?: string[]
}
