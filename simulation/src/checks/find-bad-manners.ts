import type { BankRequest } from '../parties/simulated-bank.js'
import type { World } from '../run/world.js'

type ItemRow = { id: string; isUnresolved: boolean; attempts: number; answeredAtMs: number | null; isGivenBack: boolean }

/** By when what the bank has said is written, where nothing holds it up: 50 ms, and a transaction that may be tried again. */
const WRITTEN_WITHIN_MS = 3_000
/** The delays grow from seconds to hours, so that nobody is asked so often about one item, callbacks and attempts included. */
const MAX_QUESTIONS = 60

/** How the bank was treated, by its own records: what no sum of money shows. */
export async function findBadManners(world: World): Promise<string[]> {
  const { bank } = world
  const findings: string[] = []
  for (const [reference, times] of bank.questions)
    if (times > MAX_QUESTIONS) findings.push(`the bank was asked about ${reference} more than ${MAX_QUESTIONS} times`)

  if (world.isTroubled) return findings
  for (const { reference, atMs } of bank.requests) {
    const isTooSoon = (other: BankRequest) =>
      other.reference === reference && (other.answeredAtMs ?? atMs) < atMs && (other.turnedAwayUntilMs ?? 0) > atMs
    if (bank.requests.some(isTooSoon)) findings.push(`${reference} was sent again before the time that the bank had asked for`)
  }
  return [...findings, ...(await findWithoutTrouble(world))]
}

/** What must not be where nothing has befallen anybody but the bank's answers. */
async function findWithoutTrouble({ bank, database }: World): Promise<string[]> {
  const findings: string[] = []
  const { rows } = await database.pool.query<ItemRow>(
    `SELECT item.id, count(*)::integer AS attempts,
            -- What was lost once may be too old to be sent again when its turn comes.
            bool_or(attempt.outcome = 'not_sent') AND NOT bool_or(attempt.outcome = 'not_found') AS "isGivenBack",
            extract(epoch FROM min(attempt.answered_at))::double precision * 1000 AS "answeredAtMs",
            EXISTS (SELECT FROM cases WHERE cases.merchant_id = item.merchant_id AND cases.batch_id = item.batch_id
                      AND cases.ordinal = item.ordinal AND cases.kind = 'unresolved') AS "isUnresolved"
     FROM items AS item
     JOIN transfer_attempts AS attempt ON attempt.merchant_id = item.merchant_id AND attempt.batch_id = item.batch_id AND attempt.ordinal = item.ordinal
     GROUP BY item.id, item.merchant_id, item.batch_id, item.ordinal ORDER BY item.id`
  )
  for (const { id, isUnresolved, attempts, answeredAtMs, isGivenBack } of rows) {
    const requests = bank.requests.filter(({ reference }) => reference === id)
    const wasTurnedAway = requests.every((request) => request.turnedAwayUntilMs !== undefined)
    if (isUnresolved && requests.length > 0 && wasTurnedAway)
      findings.push(`${id} was only ever turned away, and a person was called`)
    if (isGivenBack) findings.push(`${id} was claimed and given back unsent, and nothing had befallen its worker`)
    const [only] = requests
    const saidAtMs = requests.length === 1 && attempts === 1 && only?.answer === 'paid' ? only.answeredAtMs : undefined
    if (saidAtMs !== undefined && answeredAtMs !== null && answeredAtMs - saidAtMs > WRITTEN_WITHIN_MS)
      findings.push(`${id} was paid, and said so, and that was written ${Math.round(answeredAtMs - saidAtMs)} ms later`)
  }
  return findings
}
