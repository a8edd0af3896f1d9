// node tools/dist/audit-dependencies.js asks the registry for known faults of the packages that run in production.
// Exits 0 when there are none, 1 with a line for each, and 2 when the registry could not be asked.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readAudit } from './audit/read-audit.js'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024
})
const findings = readAudit(stdout)
if (findings.kind === 'not_asked') {
  console.error(`The registry could not be asked: ${findings.reason}`)
  process.exitCode = 2
} else if (findings.faults.length > 0) {
  for (const fault of findings.faults) console.error(fault)
  process.exitCode = 1
} else console.log('No known faults in the packages that run in production.')
