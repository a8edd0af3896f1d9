import { parsePublicKey } from '@arus/snap-bi'
import { type Context, type Decision, refused } from '../state/decision.js'
import { merchantAccount } from '../state/ledger-entry.js'
import type { Merchant, MerchantChanges, MerchantInput } from '../state/merchant.js'
import { refuse } from '../state/outcome.js'
import { randomDigits, randomText } from '../state/random-text.js'
import type { State } from '../state/state.js'

/** Adds a merchant; the balance it starts with comes from the world. */
export function addMerchant(state: State, input: MerchantInput, { now, random }: Context): Decision<{ merchant: Merchant }> {
  const publicKey = toPem(input.publicKey)
  if (publicKey === undefined) return refused(refuse(400, '01', 'invalid_field', { detail: 'publicKey' }))
  if ((input.balanceSen ?? 0n) < 0n) return refused(refuse(400, '01', 'invalid_field', { detail: 'balance' }))
  const partnerId = input.partnerId ?? `2026${randomDigits(random, 18)}`
  const merchantId = input.merchantId ?? `21662${randomDigits(random, 16)}`
  if (state.merchants.has(partnerId)) return refused(refuse(409, '00', 'partner_id_taken'))
  if (state.merchantIds.has(merchantId)) return refused(refuse(409, '00', 'merchant_id_taken'))
  const merchant: Merchant = {
    partnerId,
    merchantId,
    name: input.name ?? `Toko ${merchantId.slice(-4)}`,
    publicKey,
    clientSecret: input.clientSecret ?? randomText(random, 43),
    status: input.status ?? 'active',
    ...(input.unbindNotifyUrl === undefined ? {} : { unbindNotifyUrl: input.unbindNotifyUrl }),
    subMerchants: [...(input.subMerchants ?? [])],
    stores: [...(input.stores ?? [])],
    createdAt: now
  }
  return {
    events: [{ type: 'merchant.added', at: now, merchant, balanceSen: input.balanceSen ?? 0n }],
    outcome: (after) => ({ refused: false, merchant: after.merchants.get(partnerId)! })
  }
}

/** Changes a merchant; a balance that is set comes from, or goes to, the world. */
export function changeMerchant(
  state: State,
  { partnerId, changes }: { partnerId: string; changes: MerchantChanges },
  { now }: Context
): Decision<{ merchant: Merchant }> {
  const merchant = state.merchants.get(partnerId)
  if (merchant === undefined) return refused(refuse(404, '16', 'partner_unknown'))
  const { balanceSen, publicKey, name, clientSecret, status, unbindNotifyUrl, subMerchants, stores } = changes
  const pem = publicKey === undefined ? undefined : toPem(publicKey)
  if (publicKey !== undefined && pem === undefined) return refused(refuse(400, '01', 'invalid_field', { detail: 'publicKey' }))
  if (balanceSen !== undefined && balanceSen < 0n) return refused(refuse(400, '01', 'invalid_field', { detail: 'balance' }))
  const balance = state.balances.get(merchantAccount(merchant.merchantId)) ?? 0n
  const given = Object.entries({ name, clientSecret, status, unbindNotifyUrl }).filter(([, value]) => value !== undefined)
  const fields: Partial<Merchant> = {
    ...Object.fromEntries(given),
    ...(pem === undefined ? {} : { publicKey: pem }),
    ...(subMerchants === undefined ? {} : { subMerchants: [...subMerchants] }),
    ...(stores === undefined ? {} : { stores: [...stores] })
  }
  const adjustmentSen = balanceSen === undefined ? 0n : balanceSen - balance
  return {
    events: [{ type: 'merchant.changed', at: now, partnerId, changes: fields, adjustmentSen }],
    outcome: (after) => ({ refused: false, merchant: after.merchants.get(partnerId)! })
  }
}

function toPem(publicKey: string): string | undefined {
  try {
    return parsePublicKey(publicKey).export({ type: 'spki', format: 'pem' }).toString()
  } catch {
    return undefined
  }
}
