import type { Pool } from '@arus/server'
import { CommandError } from '../command-line/command-result.js'

/** Whose a thing is, and in which mode. An operator names things by their ids alone. */
export type Owner = { merchantId: string; isLive: boolean }

/** @throws CommandError (refused) when there is no such key */
export async function findOwnerOfApiKey(pool: Pool, apiKeyId: string): Promise<Owner> {
  const { rows } = await pool.query<Owner>({
    text: 'SELECT merchant_id AS "merchantId", is_live AS "isLive" FROM api_keys WHERE id = $1',
    values: [apiKeyId]
  })
  return requireOne(rows, `there is no API key ${apiKeyId} (its id begins with key_, and is not the secret key)`)
}

/** @throws CommandError (refused) when there is no such top-up */
export async function findOwnerOfTopup(pool: Pool, topupId: string): Promise<Owner> {
  const { rows } = await pool.query<Owner>({
    text: 'SELECT merchant_id AS "merchantId", is_live AS "isLive" FROM topups WHERE id = $1',
    values: [topupId]
  })
  return requireOne(rows, `there is no top-up ${topupId}`)
}

function requireOne(rows: Owner[], message: string): Owner {
  if (rows[0] === undefined) throw new CommandError('refused', message)
  return rows[0]
}
