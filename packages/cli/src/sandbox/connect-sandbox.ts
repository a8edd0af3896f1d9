import type { ControlClient } from '@arus/sandbox'
import { type Given, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'

const DEFAULT_URL = 'http://127.0.0.1:4182'

export type SandboxConnection = {
  url: string
  /** Calls its control API. What goes wrong is told as a command's failure. */
  call<Result>(work: (control: ControlClient) => Promise<Result>): Promise<Result>
}

/**
 * The sandbox that a command is about: `--url`, else `DANA_BASE_URL`, else where one listens by default. Sends nothing yet.
 *
 * @throws {CommandError} (usage) when that is no address
 */
export function connectSandbox({ environment, signal }: CommandContext, given: Given): SandboxConnection {
  const [name, text] = chooseAddress(environment.DANA_BASE_URL?.trim(), readText(given, 'url'))
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new CommandError('usage', `${name} must be an http:// or https:// address, not ${JSON.stringify(text)}`)
  const url = new URL(text).origin
  return {
    url,
    call: async (work) => {
      // Loaded when it is used: the other commands don't wait for it.
      const { connectControl, ControlError } = await import('@arus/sandbox')
      try {
        return await work(connectControl({ url, signal }))
      } catch (error) {
        if (signal.aborted) throw error
        if (!(error instanceof ControlError))
          throw new CommandError('notReached', `no sandbox at ${url}${describeCause(error)}: start one with arus sandbox`)
        throw new CommandError(error.code === 'invalid' ? 'usage' : 'refused', `the sandbox: ${error.message}`, {
          error_code: error.code
        })
      }
    }
  }
}

/** Why it was not reached, unless nobody listens there: one may well run behind a certificate that this computer doesn't trust. */
function describeCause(error: unknown): string {
  const { cause } = error as { cause?: unknown }
  if (!(cause instanceof Error) || (cause as NodeJS.ErrnoException).code === 'ECONNREFUSED') return ''
  return ` that can be reached (${cause.message || cause.name})`
}

function chooseAddress(variable: string | undefined, option: string | undefined): [string, string] {
  if (option !== undefined) return ['--url', option]
  return variable === undefined || variable === '' ? ['--url', DEFAULT_URL] : ['DANA_BASE_URL', variable]
}
