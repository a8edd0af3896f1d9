import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandError, type CommandResult } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { showProgress } from '../output/show-progress.js'
import { checkPayroll } from '../payroll/check-payroll.js'
import { readPayrollBytes } from '../payroll/read-payroll-bytes.js'
import { readPayrollRules } from '../payroll/read-payroll-rules.js'
import { type DemoReport, describeReport, describeServices, presentReport, type Stage } from './describe-report.js'
import { makeDemoFolder } from './make-demo-folder.js'
import { payPayroll } from './pay-payroll.js'
import { startDemoServices, type TellStage } from './start-demo-services.js'

const PAYROLL_PATH = fileURLToPath(new URL('../../../../examples/payroll.csv', import.meta.url))

/**
 * Pays the example payroll on services of its own and compares what every side saw with the file. Whatever was started is
 * stopped, last first, also after an error or Ctrl-C. The data are deleted, unless something differed.
 */
export async function runDemo(context: CommandContext, { isKept }: { isKept: boolean }): Promise<CommandResult> {
  const closers: (() => Promise<unknown>)[] = []
  const stages: Stage[] = []
  const stage = makeStageTeller(context, stages)
  const file = checkPayroll(PAYROLL_PATH, await readPayrollBytes(PAYROLL_PATH), readPayrollRules({}, undefined), context)
  const dataFolder = await makeDemoFolder(context.environment, new Date())
  let isRight = false
  try {
    const services = await startDemoServices(context, {
      dataFolder,
      port: isKept ? '4180' : '0',
      stage,
      onClose: (close) => closers.push(close)
    })
    const paid = await payPayroll(context, { services, file, path: PAYROLL_PATH, stage })
    const report: DemoReport = { file, fileName: basename(PAYROLL_PATH), stages, dataFolder, ...paid }
    isRight = report.checks.every((check) => check.differences.length === 0)
    const text = describeReport(report, context)
    const json = presentReport(report)
    if (!isKept || !isRight) return { exit: isRight ? 'ok' : 'negative', json, text }
    const connection = { url: services.url, apiKey: paid.apiKey, batchId: paid.batchId }
    context.writeResult(
      context.isJson
        ? `${JSON.stringify({ ...json, url: services.url, api_key: paid.apiKey })}\n`
        : `${text}${describeServices(connection, context)}`
    )
    if (!context.signal.aborted) await once(context.signal, 'abort')
    return { exit: 'ok', json: undefined, text: '' }
  } catch (error) {
    if (error instanceof CommandError && error.exit !== 'interrupted')
      context.writeNote(`The data and logs are in ${dataFolder}, until the next demo\n`)
    else isRight = true
    throw error
  } finally {
    await closeAll(closers, context)
    if (isRight) await rm(dataFolder, { recursive: true, force: true })
  }
}

function makeStageTeller(context: CommandContext, stages: Stage[]): TellStage {
  const progress = showProgress(context)
  return async (name, work) => {
    progress.show(context.colors.dim(`${name} …`))
    const startedAtMs = performance.now()
    try {
      return await work()
    } finally {
      progress.clear()
      stages.push({ name, spanMs: performance.now() - startedAtMs })
    }
  }
}

async function closeAll(closers: (() => Promise<unknown>)[], context: CommandContext): Promise<void> {
  for (const close of closers.reverse()) {
    await close().catch((error: unknown) => context.writeNote(`while stopping: ${(error as Error).message}\n`))
  }
}
