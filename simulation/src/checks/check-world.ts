import type { BankEntry } from '../parties/bank-book.js'
import type { Outside } from '../parties/merchants.js'
import { UNKNOWN_ACCOUNT_ENDING } from '../parties/simulated-bank.js'
import type { World } from '../run/world.js'
import { findBadManners } from './find-bad-manners.js'

export type Verdict = {
  findings: string[]
  survivors: string[]
  /** How the story calls what is there at the end. */
  names: Map<string, string>
}

type ItemRow = {
  merchantId: string
  batchId: string
  batchStatus: string
  ordinal: number
  id: string
  status: string
  amountSen: bigint
  accountNumber: string
  realName: string
  attempt: number
  /** Each end that it had, also one that was corrected. */
  ends: string[]
  openCases: string[]
  isCorrected: boolean
  corrections: number
}

type BatchRow = {
  merchantId: string
  id: string
  key: string
  status: string
  approvals: number
  completions: number
  openItems: number
  unreleasedItems: number
}

type DeliveryRow = { type: string; eventId: string; status: string; attempts: number; isDue: boolean }

/** By how much a process may be late between its last look at its lease and its call: what the lease leaves beyond the call's timeout. */
const LEASE_MARGIN_MS = 1_000

/** Looks at the rows and at the bank's own book, and at nothing else. */
export async function checkWorld(world: World, outside: Outside): Promise<Verdict> {
  const items = await readItems(world)
  const batches = await readBatches(world)
  const deliveries = await readDeliveries(world)
  const findings: string[] = []
  const survivors: string[] = []
  const paid = groupPaid(world.bank.book)

  for (const item of items) {
    const entries = paid.get(item.id) ?? []
    if (entries.length > 1) {
      const verdict = explainDouble(world, item, entries)
      if (verdict.isSurvivable) findings.push(verdict.text)
      else survivors.push(verdict.text)
    }
    if (entries.length > 0 && !['approved', 'success', 'partially_success', 'failed'].includes(item.batchStatus))
      findings.push(`${item.id} was paid, and its batch is ${item.batchStatus}`)
    if (entries.some((entry) => entry.amountSen !== item.amountSen)) findings.push(`${item.id} was paid with another amount`)
    const words = new Set(world.bank.book.filter(({ reference }) => reference === item.id).flatMap((entry) => [...entry.words]))
    for (const end of item.ends) {
      const isTheBanksWord = end === 'done' ? words.has('paid') : words.has('rejected') || words.has('reversed')
      if (!isTheBanksWord) findings.push(`${item.id} was called ${end}, which the bank has never said`)
    }
    if (
      item.attempt > 0 &&
      isToBeValidated(outside, item.batchId) &&
      (item.realName === '' || item.accountNumber.endsWith(UNKNOWN_ACCOUNT_ENDING))
    )
      findings.push(`${item.id} was sent, and nobody has found its account valid`)
    if (world.failedUnanswered.has(item.id) && entries.some((entry) => !entry.words.has('rejected')))
      findings.push(`${item.id} was called failed while a request for it was known to be unanswered, and that one was paid`)
    if (item.isCorrected && item.corrections === 0) findings.push(`${item.id} was corrected, and nobody was told`)
    const isCalledFor = item.openCases.length > 0
    if (item.status === 'done' && entries.length === 0 && !isCalledFor)
      findings.push(`${item.id} is done, the bank has not paid it, and no case is open`)
    if (item.status === 'failed' && entries.length > 0 && !isCalledFor)
      findings.push(`${item.id} is failed, the bank has paid it, and no case is open`)
    const isOpen = ['ready', 'sending', 'accepted', 'unknown'].includes(item.status)
    const isAtWork = isOpen || (item.batchStatus === 'approved' && ['valid', 'need_validation'].includes(item.status))
    if (isAtWork && !isCalledFor) findings.push(`${item.id} is stuck in ${item.status}, and no case is open`)
    for (const kind of item.openCases)
      if (kind === 'unrecordable' && !isPoisoned(world, item))
        findings.push(`${item.id} was set aside, and there is nothing wrong with it`)
  }
  const known = new Set(items.map(({ id }) => id))
  for (const { reference } of world.bank.book)
    if (!known.has(reference)) findings.push(`the bank was sent ${reference}, which no row knows`)
  for (const reference of world.bank.questions.keys())
    if (!known.has(reference)) findings.push(`the bank was asked about ${reference}, which is no reference of ours`)
  findings.push(...(await findBadManners(world)))

  for (const batch of batches) {
    const isFinal = ['success', 'partially_success', 'failed'].includes(batch.status)
    if (isFinal && batch.completions !== 1)
      findings.push(`${batch.id} is ${batch.status} with ${batch.completions} completed events`)
    if (!isFinal && batch.completions > 0) findings.push(`${batch.id} is ${batch.status} and has a completed event`)
    if (batch.approvals > 1) findings.push(`${batch.id} was approved ${batch.approvals} times`)
    if (batch.status === 'validating') findings.push(`${batch.id} is stuck in validating`)
    if (batch.status === 'need_approval' && mayBeApproved(outside, batch.id)) findings.push(`${batch.id} was never approved`)
    if (batch.status === 'approved' && (batch.openItems === 0 || batch.unreleasedItems > 0))
      findings.push(`${batch.id} is stuck in approved: ${batch.openItems} open, ${batch.unreleasedItems} not released`)
  }
  for (const { batchId, type, count } of await readRepeatedEvents(world)) findings.push(`${batchId} told ${type} ${count} times`)
  const keys = new Set(batches.map(({ merchantId, key }) => `${merchantId} ${key}`))
  if (keys.size !== batches.length) findings.push('a batch key made two batches')
  for (const { name, id } of outside.batches) if (id === undefined) findings.push(`batch ${name} could never be submitted`)

  for (const { type, eventId, status, attempts, isDue } of deliveries) {
    if (status === 'delivered' && !world.receivers.acknowledged.has(eventId))
      findings.push(`${type} ${eventId} counts as delivered, and no receiver has acknowledged it`)
    if (status === 'given_up' && attempts < 10) findings.push(`${type} ${eventId} was given up after ${attempts} attempts`)
    if (status === 'pending' && !isDue) findings.push(`${type} ${eventId} is neither delivered nor due`)
    if (status === 'missing') findings.push(`${type} ${eventId} goes to no endpoint`)
  }
  const deadlocks = world.database.deadlocks()
  if (deadlocks > 0) findings.push(`${deadlocks} deadlocks: locks were not taken in one order`)
  return { findings, survivors, names: nameAll(outside, items) }
}

function groupPaid(book: readonly BankEntry[]): Map<string, BankEntry[]> {
  const paid = new Map<string, BankEntry[]>()
  for (const entry of book) if (entry.status === 'paid') paid.set(entry.reference, [...(paid.get(entry.reference) ?? []), entry])
  return paid
}

/**
 * The one schedule that no server can survive: a process is held up between its last look at its lease and the moment at
 * which its request leaves, for longer than the lease allows for, while others find that the bank, which promised to
 * refuse a repeat, knows nothing of the item, and send it again. A bank that refuses repeats for minutes has forgotten the
 * first of the two when the second comes later than that.
 */
function explainDouble(world: World, item: ItemRow, entries: BankEntry[]): { isSurvivable: boolean; text: string } {
  const late = entries.filter((entry) => entry.heldUpMs > LEASE_MARGIN_MS)
  const { mode, refusesRepeatsForMs } = world.settings.bank
  const takenMs = entries.map(({ takenAtMs }) => takenAtMs).sort((left, right) => left - right)
  const isForgotten = takenMs.every((ms, index) => index === 0 || ms - takenMs[index - 1]! >= refusesRepeatsForMs)
  const isNamed = (mode === 'breaks_its_word' || (mode === 'refuses' && isForgotten)) && entries.length - late.length <= 1
  const times = entries.map(
    (entry) => `by ${entry.sender}${entry.heldUpMs > LEASE_MARGIN_MS ? ` (held up ${entry.heldUpMs} ms before it left)` : ''}`
  )
  return isNamed
    ? {
        isSurvivable: false,
        text: `${item.id} was paid ${entries.length} times: "held up between the last check and the send": ${times.join(', ')}`
      }
    : { isSurvivable: true, text: `${item.id} WAS PAID ${entries.length} TIMES: ${times.join(', ')}` }
}

function isPoisoned({ poisoned }: World, { batchId, ordinal }: ItemRow): boolean {
  return poisoned.has(`${batchId} ${ordinal}`)
}

function mayBeApproved({ batches }: Outside, id: string): boolean {
  const plan = batches.find((batch) => batch.id === id)?.plan
  return plan !== undefined && (plan.isForced || plan.approvers > 0)
}

function isToBeValidated({ batches }: Outside, id: string): boolean {
  return batches.find((batch) => batch.id === id)?.plan.skipsValidation === false
}

function nameAll({ batches }: Outside, items: ItemRow[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name, id, merchant } of batches) {
    if (id !== undefined) names.set(id, `batch ${name}`)
    names.set(merchant.merchantId, 'the merchant')
  }
  for (const { id, batchId, ordinal } of items)
    names.set(id, `${(names.get(batchId) ?? batchId).replace('batch ', '')}${ordinal + 1}`)
  return names
}

async function readItems({ database }: World): Promise<ItemRow[]> {
  const { rows } = await database.pool.query<ItemRow>(
    `SELECT item.merchant_id AS "merchantId", item.batch_id AS "batchId", batch.status AS "batchStatus", item.ordinal, item.id, item.status,
            item.amount_sen AS "amountSen", item.account_number AS "accountNumber", item.real_name AS "realName", item.attempt,
            ARRAY(SELECT DISTINCT ended FROM unnest(ARRAY[item.status, item.corrected_from]) AS ended WHERE ended IN ('done', 'failed') AND item.attempt > 0 ORDER BY ended) AS ends,
            ARRAY(SELECT kind FROM cases WHERE cases.merchant_id = item.merchant_id AND cases.batch_id = item.batch_id
                    AND cases.ordinal = item.ordinal AND cases.closed_at IS NULL ORDER BY kind) AS "openCases",
            item.corrected_from IS NOT NULL AS "isCorrected",
            (SELECT count(*)::integer FROM events WHERE events.merchant_id = item.merchant_id AND events.batch_id = item.batch_id
               AND type = 'disbursement.item_corrected' AND detail ->> 'itemId' = item.id) AS corrections
     FROM items AS item JOIN batches AS batch ON batch.merchant_id = item.merchant_id AND batch.id = item.batch_id
     ORDER BY batch.created_at, item.batch_id, item.ordinal`
  )
  return rows
}

async function readBatches({ database }: World): Promise<BatchRow[]> {
  const { rows } = await database.pool.query<BatchRow>(
    `SELECT merchant_id AS "merchantId", id, batch_key AS key, status, open_items AS "openItems", unreleased_items AS "unreleasedItems",
            (SELECT count(*)::integer FROM batch_log AS log WHERE log.merchant_id = batches.merchant_id AND log.batch_id = batches.id AND to_status = 'approved') AS approvals,
            (SELECT count(*)::integer FROM events WHERE events.merchant_id = batches.merchant_id AND events.batch_id = batches.id AND type = 'disbursement.completed') AS completions
     FROM batches ORDER BY created_at, id`
  )
  return rows
}

async function readDeliveries({ database }: World): Promise<DeliveryRow[]> {
  const { rows } = await database.pool.query<DeliveryRow>(
    `SELECT event.type, event.id AS "eventId", coalesce(delivery.status, 'missing') AS status, coalesce(delivery.attempts, 0) AS attempts,
            delivery.next_attempt_at IS NOT NULL AS "isDue"
     FROM events AS event
     JOIN webhook_endpoints AS endpoint ON endpoint.merchant_id = event.merchant_id AND endpoint.is_live = event.is_live
     LEFT JOIN deliveries AS delivery ON delivery.merchant_id = event.merchant_id AND delivery.event_id = event.id AND delivery.endpoint_id = endpoint.id
     ORDER BY event.id, endpoint.id`
  )
  return rows
}

async function readRepeatedEvents({ database }: World): Promise<{ batchId: string; type: string; count: number }[]> {
  const { rows } = await database.pool.query<{ batchId: string; type: string; count: number }>(
    `SELECT batch_id AS "batchId", type, count(*)::integer AS count FROM events
     WHERE batch_id IS NOT NULL AND type NOT IN ('disbursement.item_corrected', 'disbursement.case_opened')
     GROUP BY batch_id, type HAVING count(*) > 1 ORDER BY 1, 2`
  )
  return rows
}
