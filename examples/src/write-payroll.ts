import { writeFileSync } from 'node:fs'
import { makePayroll } from './make-payroll.js'

writeFileSync(new URL('../payroll.csv', import.meta.url), makePayroll())
