/**
 * What an account is able to do. A frozen one reads and unbinds but moves no money; an inactive one and a closed one answer
 * 403/18, an abnormal one 403/05; a closed one can't log in either.
 */
export type UserStatus = 'active' | 'frozen' | 'inactive' | 'abnormal' | 'closed'

/** Somebody with a DANA account. The balance stands in the ledger, under `user:<id>`. */
export type User = {
  readonly id: string
  /** The stable id merchants get to see. */
  readonly publicUserId: string
  /** As 628…, digits only. */
  readonly phone: string
  /** Six digits. */
  readonly pin: string
  /** Further PINs that open the account; DANA's own scripts know one test user under two. */
  readonly otherPins: readonly string[]
  readonly name: string
  readonly nickname: string
  /** '00' is level 0, '02' is level 2 (identity verified). */
  readonly kycLevel: '00' | '02'
  readonly status: UserStatus
  /** The whole response code to answer with, by service code: { '49': '4014901' }. */
  readonly answers: { readonly [serviceCode: string]: string }
  readonly email?: string
  /** Number of the identity card, 16 digits. */
  readonly ktp?: string
  readonly createdAt: number
}

/** What is needed to open an account; what is left out is made up. */
export type UserInput = {
  /** As 08…, 8…, 628… or +628…. */
  readonly phone: string
  readonly pin?: string
  readonly otherPins?: readonly string[]
  readonly id?: string
  readonly publicUserId?: string
  readonly name?: string
  readonly nickname?: string
  readonly kycLevel?: '00' | '02'
  readonly status?: UserStatus
  readonly answers?: { readonly [serviceCode: string]: string }
  readonly email?: string
  readonly ktp?: string
  /** What the account starts with, in sen; nothing by default. */
  readonly balanceSen?: bigint
}

/** What can be changed of an account. `balanceSen` sets the balance: the difference comes from, or goes to, the world. */
export type UserChanges = Partial<Omit<UserInput, 'id' | 'publicUserId'>>
