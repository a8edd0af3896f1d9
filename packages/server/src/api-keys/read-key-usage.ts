import type { Queryable } from '../database/create-pool.js'

/** What a key has done today, by the day of Jakarta. */
export type KeyUsage = {
  apiKeyId: string
  submittedSen: bigint
  submittedItems: bigint
  approvedSen: bigint
  approvedItems: bigint
}

/** Reads what each of a merchant's keys has submitted and approved today; keys that did neither are left out. */
export async function readKeyUsage(database: Queryable, merchantId: string): Promise<KeyUsage[]> {
  const { rows } = await database.query<KeyUsage>({
    text: `SELECT api_key_id AS "apiKeyId",
                  coalesce(sum(amount_sen) FILTER (WHERE kind = 'submit'), 0)::bigint AS "submittedSen",
                  coalesce(sum(items) FILTER (WHERE kind = 'submit'), 0)::bigint AS "submittedItems",
                  coalesce(sum(amount_sen) FILTER (WHERE kind = 'approve'), 0)::bigint AS "approvedSen",
                  coalesce(sum(items) FILTER (WHERE kind = 'approve'), 0)::bigint AS "approvedItems"
           FROM api_key_usage
           WHERE merchant_id = $1 AND day = (arus_now() AT TIME ZONE 'UTC' + interval '7 hours')::date
           GROUP BY api_key_id ORDER BY api_key_id`,
    values: [merchantId]
  })
  return rows
}
