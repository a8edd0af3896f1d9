// node tools/dist/check-style.js says what in the tracked files breaks a rule of the house, and then exits 1.
import { fileURLToPath } from 'node:url'
import { findFaults } from './style/find-faults.js'
import { readTrackedFiles } from './style/read-tracked-files.js'

const faults = findFaults(readTrackedFiles(fileURLToPath(new URL('../..', import.meta.url))))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
