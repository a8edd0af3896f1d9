import type { MerchantRow } from '@arus/server'
import { CommandError } from '../command-line/command-result.js'
import type { Operator } from './with-operator.js'

/**
 * The merchant that a command is about: the one that was named, or the only one there is.
 *
 * @throws CommandError (usage) when none was named and there are none or several
 */
export async function chooseMerchant({ server, pool }: Operator, merchantId: string | undefined): Promise<MerchantRow> {
  const merchants = await server.listMerchants(pool)
  if (merchantId !== undefined) {
    const merchant = merchants.find(({ id }) => id === merchantId)
    if (merchant === undefined) throw new CommandError('refused', `there is no merchant ${merchantId}: see arus merchants list`)
    return merchant
  }
  if (merchants.length === 1) return merchants[0]!
  const message =
    merchants.length === 0
      ? 'there is no merchant yet: make one with arus merchants create NAME'
      : `there are ${merchants.length} merchants: name one with --merchant mer_…`
  throw new CommandError('usage', message)
}
