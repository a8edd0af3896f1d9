// `npm run demo:dana`: a shop, DANA's side and a customer with a browser, all on this machine.

import { resolve } from 'node:path'
import process from 'node:process'
import { describeReport, isRight } from './demo-dana/describe-report.js'
import { runDemo } from './demo-dana/run-demo.js'

const { isTTY } = process.stderr

try {
  const report = await runDemo({
    environment: process.env,
    folder: resolve('.arus', 'demo-dana'),
    onStage: (name) => isTTY && process.stderr.write(`\r\u001b[K${name} …`)
  })
  if (isTTY) process.stderr.write('\r\u001b[K')
  process.stdout.write(describeReport(report, { isColored: process.stdout.isTTY === true && !process.env.NO_COLOR }))
  process.exitCode = isRight(report) ? 0 : 1
} catch (error) {
  process.stderr.write(`${isTTY ? '\r\u001b[K' : ''}The demo failed: ${(error as Error).message}\n`)
  process.exitCode = 1
}
