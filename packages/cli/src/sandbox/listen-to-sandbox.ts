import { setTimeout as wait } from 'node:timers/promises'
import type { Notification } from '@arus/sandbox'
import type { CommandContext } from '../command-line/surroundings.js'
import type { SandboxConnection } from './connect-sandbox.js'
import { type Forwarded, forwardNotification } from './forward-notification.js'

/** How soon a notification is seen. */
const POLL_MS = 250

export type ListenToSandboxOptions = {
  /** Where notifications go too; undefined: they are only told. */
  forwardUrl: string | undefined
  /** Stop after so many. */
  count: number
}

/**
 * Tells each notification of a sandbox from now on, and sends it on, signed again for the path it is sent to. One that is not
 * taken is sent again with each further attempt that the sandbox makes at its own address.
 *
 * @returns how many were told, and how many of them nobody took
 */
export async function listenToSandbox(
  context: CommandContext,
  sandbox: SandboxConnection,
  { forwardUrl, count }: ListenToSandboxOptions
): Promise<{ told: number; refused: number }> {
  const before = await sandbox.call((control) => control.listNotifications())
  /** By id, how many attempts were looked at; and whom we sent it on to has it. */
  const seen = new Map(before.map(({ id, attempts }) => [id, attempts.length]))
  const taken = new Set(before.map(({ id }) => id))
  const tally = { told: 0, refused: 0 }
  context.writeNote(`following the sandbox at ${sandbox.url}${forwardUrl === undefined ? '' : `, forwarding to ${forwardUrl}`}\n`)
  while (tally.told < count && !context.signal.aborted) {
    const notifications = await sandbox
      .call((control) => control.listNotifications())
      .catch((error: unknown) => {
        // Interrupted while it asked: that is how listening ends.
        if (context.signal.aborted) return []
        throw error
      })
    for (const notification of notifications.reverse()) {
      const { id, attempts } = notification
      if (attempts.length <= (seen.get(id) ?? 0) || tally.told >= count) continue
      seen.set(id, attempts.length)
      if (taken.has(id)) continue
      const forwarded = forwardUrl === undefined ? undefined : await forwardNotification(sandbox, notification, forwardUrl)
      if (forwarded === undefined || forwarded.isTaken) taken.add(id)
      else tally.refused += 1
      tally.told += 1
      tell(context, notification, forwarded)
    }
    await wait(POLL_MS, undefined, { signal: context.signal }).catch(() => undefined)
  }
  return tally
}

function tell(context: CommandContext, notification: Notification, forwarded: Forwarded | undefined): void {
  const { colors, isJson } = context
  const { kind, referenceNo, userId, status, partnerId, attempts } = notification
  const body = JSON.parse(attempts.at(-1)?.body || '{}') as Record<string, unknown>
  if (isJson) {
    const shown = { id: notification.id, kind, partner_id: partnerId, body, forwarded: forwarded ?? null }
    context.writeResult(`${JSON.stringify(shown)}\n`)
    return
  }
  const about = `${body.originalPartnerReferenceNo ?? referenceNo ?? userId ?? ''}${status === undefined ? '' : ` ${describeStatus(status)}`}`
  const mark = forwarded === undefined || forwarded.isTaken ? colors.green('✓') : colors.red('✗')
  const outcome = forwarded === undefined ? '' : colors.dim(forwarded.isTaken ? '  taken' : `  ${forwarded.error}`)
  context.writeResult(`${mark} ${colors.bold(kind)}  ${about}${outcome}\n`)
}

function describeStatus(status: string): string {
  return status === '00' ? 'paid' : status === '05' ? 'closed' : status
}
