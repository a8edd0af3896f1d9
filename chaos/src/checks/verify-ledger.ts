import { execFile } from 'node:child_process'
import { MAIN } from '../processes/create-slot.js'

type Report = { checks: number; faults: { check: string; message: string }[] }

/** Runs `arus ledger verify` as an operator does: against the database, and the book of the bank that the servers pay over. */
export async function verifyLedger(environment: NodeJS.ProcessEnv): Promise<{ checks: number; faults: string[] }> {
  const printed = await new Promise<string>((resolve, reject) => {
    const words = [MAIN, 'ledger', 'verify', '--json']
    execFile(process.execPath, words, { env: environment, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      // Ended with 1, it has found faults, and prints them.
      if (error !== null && error.code !== 1) reject(new Error(`arus ledger verify failed: ${stderr || stdout || error.message}`))
      else resolve(stdout)
    })
  })
  const { checks, faults } = JSON.parse(printed) as Report
  return { checks, faults: faults.map(({ check, message }) => `${check}: ${message}`) }
}
