import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CommandResult } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { showProgress } from '../output/show-progress.js'
import { checkPayroll } from '../payroll/check-payroll.js'
import { readPayrollBytes } from '../payroll/read-payroll-bytes.js'
import { readPayrollRules } from '../payroll/read-payroll-rules.js'
import { choosePort } from './choose-port.js'
import { type DemoReport, describeReport, describeServices, isRight, presentReport, type Stage } from './describe-report.js'
import { makeDemoFolder } from './make-demo-folder.js'
import { payPayroll } from './pay-payroll.js'
import { startDemoServices, type TellStage } from './start-demo-services.js'

const PAYROLL_PATH = fileURLToPath(new URL('../../../../examples/payroll.csv', import.meta.url))

/** Where a server listens unless told otherwise, so that ARUS_URL need not be set for what was left running. */
const DEFAULT_PORT = 4180

/**
 * Pays the example payroll on services of its own and compares what every side saw with the file. Whatever was started is
 * stopped, last first, also after an error or Ctrl-C. The data are deleted, unless there is something to look into.
 */
export async function runDemo(context: CommandContext, { isKept }: { isKept: boolean }): Promise<CommandResult> {
  const closers: (() => Promise<unknown>)[] = []
  const file = checkPayroll(PAYROLL_PATH, await readPayrollBytes(PAYROLL_PATH), readPayrollRules({}, undefined), context)
  const dataFolder = await makeDemoFolder(context.environment, new Date())
  let isWorthKeeping = false
  try {
    const stages: Stage[] = []
    const stage = makeStageTeller(context, stages)
    const port = isKept ? await choosePort(DEFAULT_PORT) : 0
    const services = await startDemoServices(context, { dataFolder, port, stage, onClose: (close) => closers.push(close) })
    const paid = await payPayroll(context, { services, file, path: PAYROLL_PATH, stage })
    const report: DemoReport = { file, fileName: basename(PAYROLL_PATH), stages, dataFolder, ...paid }
    isWorthKeeping = !isRight(report)
    if (isKept && !isWorthKeeping) return await leaveRunning(context, report, services.url)
    return { exit: isWorthKeeping ? 'negative' : 'ok', json: presentReport(report), text: describeReport(report, context) }
  } catch (error) {
    isWorthKeeping = closers.length > 0 && !context.signal.aborted
    if (isWorthKeeping) context.writeNote(`The data and logs are in ${dataFolder}, until the next demo\n`)
    throw error
  } finally {
    await closeAll(closers, context)
    if (!isWorthKeeping) await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Tells the report now, since the command ends only when somebody stops it. */
async function leaveRunning(context: CommandContext, report: DemoReport, url: string): Promise<CommandResult> {
  const { apiKey, batchId, dataFolder } = report
  context.writeResult(
    context.isJson
      ? `${JSON.stringify({ ...presentReport(report), url, api_key: apiKey, data_folder: dataFolder })}\n`
      : `${describeReport(report, context)}\n${describeServices({ url, apiKey, batchId, dataFolder }, context)}`
  )
  if (!context.signal.aborted) await once(context.signal, 'abort')
  return { exit: 'ok', json: undefined, text: '' }
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
