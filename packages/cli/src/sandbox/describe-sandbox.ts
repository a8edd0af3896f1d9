import type { SandboxCredentials, SandboxUser } from '@arus/sandbox'
import type { Surroundings } from '../command-line/surroundings.js'
import { formatTable } from '../output/format-table.js'
import { sandboxVariables } from './sandbox-variables.js'
import { mergeEnvText } from './write-env-file.js'

type Told = { url: string; credentials: SandboxCredentials; users: readonly SandboxUser[] }

/** What a person is told about a sandbox that runs: where it is, how a client gets there, and who can pay. */
export function describeSandbox(
  sandbox: Told,
  { envFile, colors }: { envFile: string | undefined; colors: Surroundings['colors'] }
): string {
  const { url, users } = sandbox
  const client =
    envFile === undefined
      ? `${colors.dim("A client's variables (--env-file .env writes them):")}\n${mergeEnvText('', sandboxVariables(sandbox), { isForced: false, path: '' })}`
      : `${colors.dim("A client's variables are in")} ${envFile}\n`
  const people = formatTable(
    [{ heading: 'PHONE' }, { heading: 'PIN' }, { heading: 'NAME' }, { heading: 'STATUS' }],
    users.map(({ phone, pin, name, status, answers }) => [
      `0${phone.slice(2)}`,
      pin,
      name,
      [status, ...Object.values(answers)].join(' ')
    ])
  )
  return `${colors.bold('DANA sandbox')} at ${colors.bold(url)}  ${colors.dim('no real money')}
Its pages for you: ${url}/_sandbox/

${client}
${people}
`
}
