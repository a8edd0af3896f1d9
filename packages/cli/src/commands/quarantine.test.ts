import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../../server/src/database/create-pool.js'
import { runArus, runJson } from '../testing/run-arus.js'
import { type ServerToPay, startServerToPay } from '../testing/start-server-to-pay.js'

let server: ServerToPay
beforeAll(async () => {
  server = await startServerToPay()
})
afterAll(() => server.stop())

/** Makes the row inside say what a dump from another server would say, under the running server. */
async function pretendRestored(): Promise<void> {
  const databaseUrl = server.operator.DATABASE_URL!
  const pool = createPool({ databaseUrl, maxConnections: 1, applicationName: 'test', onError: () => {} })
  await pool.query(`UPDATE database_identity SET system_identifier = '1'`)
  await pool.end()
}

type Shown = {
  is_quarantined: boolean
  quarantines: { id: string; closed_modes: string[]; lost_since: string; lost_until: string }[]
}
const show = () => runJson<Shown>(['quarantine', 'show'], server.operator)

describe('arus quarantine', () => {
  it('shows that a restored database takes in no batches and what to do, and is overridden for a reason, on record', async () => {
    expect(await show()).toMatchObject({ exitCode: 0, document: { is_quarantined: false, quarantines: [] } })
    const early = await runJson<{ overridden: unknown[] }>(['quarantine', 'override', '--reason', 'x'], server.operator)
    expect(early).toMatchObject({ exitCode: 0, document: { overridden: [] } })

    await pretendRestored()
    let shown = await show()
    while (!shown.document.is_quarantined) shown = await show()
    expect(shown).toMatchObject({
      exitCode: 1,
      document: { quarantines: [{ reason: 'other_server', closed_modes: ['live', 'test'] }] }
    })
    const { id, lost_since: lostSince, lost_until: lostUntil } = shown.document.quarantines[0]!
    const told = await runArus(['quarantine', 'show'], server.operator)
    expect(told.stdout).toContain(`arus reconcile FILE --live --from ${lostSince} --to ${lostUntil}`)

    const payroll = join(server.folder, 'payroll.csv')
    await writeFile(payroll, 'account_owner_name,bank_code,account_number,amount\nSiti,bca,8422640,25000\n')
    const refused = await runJson<{ error: { message: string } }>(['submit', payroll], server.merchant)
    expect(refused.exitCode).not.toBe(0)
    expect(refused.document.error.message).toContain('with the same idempotency_key')

    expect((await runArus(['quarantine', 'override'], server.operator)).stderr).toContain('--reason is missing')
    const wrong = await runArus(['quarantine', 'override', '--reason', 'x', '--mode', 'prod'], server.operator)
    expect(wrong.stderr).toContain('--mode must be live, test or both, not "prod"')
    const overridden = await runArus(['quarantine', 'override', '--reason', 'a rehearsal', '--by', 'sari'], server.operator)
    expect(overridden.stdout).toContain(`${id}: batches are taken in again in live and test mode, on the word of operator:sari`)
    const { document } = await runJson<{ entries: { action: string; actor: string }[] }>(['audit', 'list'], server.operator)
    expect(document.entries).toContainEqual(
      expect.objectContaining({ action: 'quarantine.overridden', actor: 'operator:sari', subject: id })
    )
    expect(await show()).toMatchObject({ exitCode: 0, document: { is_quarantined: false } })
    expect((await runArus(['submit', payroll], server.merchant)).exitCode).toBe(0)
  })
})
