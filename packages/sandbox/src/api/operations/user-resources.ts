import { createHash } from 'node:crypto'
import { walletAddress } from '../../pages/wallet/wallet.js'
import { userAccount } from '../../state/ledger-entry.js'
import type { Merchant } from '../../state/merchant.js'
import type { Outcome } from '../../state/outcome.js'
import type { User } from '../../state/user.js'
import type { ApiParts } from '../call.js'
import { toMoney } from '../money.js'
import { makePicture } from './make-picture.js'

/** What a resource is read from. */
export type ResourceSource = { user: User; merchant: Merchant; accessToken: string }

type Read = (source: ResourceSource, parts: ApiParts) => string | Promise<Outcome<{ value: string }>>

/** The value of each piece of a user's data. DANA documents the form of few; the other forms are ours. */
const RESOURCES: Readonly<Record<string, Read>> = {
  BALANCE: ({ user }, { engine }) => {
    const { value, currency } = toMoney(engine.balanceOf(userAccount(user.id)))
    return JSON.stringify([{ amount: value.replace(/\.00$/, ''), currency }])
  },
  TOPUP_URL: (_, { settings }) => settings.publicUrl + walletAddress('topup'),
  TRANSACTION_URL: (_, { settings }) => settings.publicUrl + walletAddress('transaction'),
  OTT: async ({ merchant, accessToken }, { engine }) => {
    const outcome = await engine.applyOtt({ partnerId: merchant.partnerId, accessToken })
    return outcome.refused ? outcome : { refused: false, value: outcome.ott.value }
  },
  MASK_DANA_ID: ({ user }) =>
    user.phone.replace(/^(...)(.*)(...)$/, (_, first, middle, last) => first + '*'.repeat(middle.length) + last),
  USER_KYC: ({ user }) => user.kycLevel,
  LOGIN_ID: ({ user }) => user.phone,
  CLEAR_TEXT_DANA_ID: ({ user }) => user.phone,
  NICKNAME: ({ user }) => user.nickname,
  FULLNAME: ({ user }) => user.name,
  KTP_NUMBER: ({ user }) => user.ktp ?? inventedKtp(user.id),
  KTP_PHOTO_DATA: ({ user }) => makePicture(`ktp ${user.id}`, 16, 10).toString('base64'),
  SELFIE_PHOTO_DATA: ({ user }) => makePicture(`selfie ${user.id}`, 9, 12).toString('base64'),
  AVATAR_URL: ({ user }, { settings }) => settings.publicUrl + avatarPath(user.publicUserId),
  MASKED_FULLNAME: ({ user }) => user.name.replace(/(?<=\S)\S/gu, '*')
}

/** Whether DANA knows such a piece of data. */
export function isUserResource(name: unknown): name is string {
  return typeof name === 'string' && Object.hasOwn(RESOURCES, name)
}

/** Reads one piece of a user's data. */
export async function readUserResource(
  name: string,
  source: ResourceSource,
  parts: ApiParts
): Promise<Outcome<{ value: string }>> {
  const value = await RESOURCES[name]!(source, parts)
  return typeof value === 'string' ? { refused: false, value } : value
}

/** Where a user's avatar lies. */
export function avatarPath(publicUserId: string): string {
  return `/m/portal/avatar/${encodeURIComponent(publicUserId)}.png`
}

/** Sixteen digits, the same for the same user: a district, a date and a number, none of which mean anybody. */
function inventedKtp(userId: string): string {
  const number = createHash('sha256').update(`ktp ${userId}`).digest().readUInt32BE(0)
  return `317401${String((number % 28) + 1).padStart(2, '0')}0190${String(number % 10_000).padStart(4, '0')}`
}
