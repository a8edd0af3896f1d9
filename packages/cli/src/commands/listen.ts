import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import type { WebhookEvent } from '@arus/durianpay'
import { type CommandDefinition, type Given, hasFlag, readText, readWholeNumber } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import type { CommandContext } from '../command-line/surroundings.js'
import { type Connection, connectMerchant } from '../merchant/connect-merchant.js'
import { connectSandbox } from '../sandbox/connect-sandbox.js'
import { listenToSandbox } from '../sandbox/listen-to-sandbox.js'
import { describeEvent } from '../webhooks/describe-event.js'
import { forwardDelivery } from '../webhooks/forward-delivery.js'
import { startWebhookReceiver } from '../webhooks/start-webhook-receiver.js'
import { type VerifiedDelivery, verifyDelivery } from '../webhooks/verify-delivery.js'

const DEFAULT_PORT = 4190

export const listenCommand: CommandDefinition = {
  path: ['listen'],
  summary: 'receive webhooks on a port of this computer, verify them and print them',
  options: [
    { flags: '--port <number>', summary: `where to listen (${DEFAULT_PORT}; 0 for any free one)` },
    { flags: '--host <address>', summary: 'the address to listen on (127.0.0.1)' },
    { flags: '--register', summary: 'make this an endpoint at the server, and delete it at the end' },
    {
      flags: '--secret <secret>',
      summary: "the endpoint's whsec_… (or ARUS_WEBHOOK_SECRET), to verify the webhook-signature header too"
    },
    { flags: '--forward <url>', summary: 'hand verified webhooks on, and answer as that address does' },
    {
      flags: '--forward-to <url>',
      summary: "follow the DANA sandbox's notifications instead, and send them there, signed for that path"
    },
    {
      flags: '--sandbox [url]',
      summary: 'which sandbox (or DANA_BASE_URL; http://127.0.0.1:4182); alone, only tells its notifications'
    },
    { flags: '--count <number>', summary: 'stop after so many webhooks' }
  ],
  notes: `The signature in the body is verified with ARUS_API_KEY. With --json each webhook is one
JSON document on a line of its own. A server sends to this computer only when its operator
allows it: ARUS_WEBHOOK_ALLOW=127.0.0.0/8. Ends with 1 when a webhook could not be verified,
or was not taken where the sandbox's were sent.`,
  run: (context, given) => (isAboutSandbox(given) ? followSandbox(context, given) : listen(context, given))
}

function isAboutSandbox({ options }: Given): boolean {
  return options.forwardTo !== undefined || options.sandbox !== undefined
}

async function followSandbox(context: CommandContext, given: Given) {
  const stranger = ['port', 'host', 'register', 'secret', 'forward'].find((name) => given.options[name] !== undefined)
  if (stranger !== undefined)
    throw new CommandError(
      'usage',
      `--${stranger} is for webhooks of the disbursement server, not for the sandbox's notifications`
    )
  const url = readText(given, 'sandbox')
  const sandbox = connectSandbox(context, { positional: [], options: url === undefined ? {} : { url } })
  const { refused } = await listenToSandbox(context, sandbox, {
    forwardUrl: readForwardUrl(given, 'forwardTo', '--forward-to'),
    count: readCount(given)
  })
  return { exit: refused === 0 ? ('ok' as const) : ('negative' as const), json: undefined, text: '' }
}

async function listen(context: CommandContext, given: Given) {
  const connection = connectMerchant(context)
  const secrets = [readText(given, 'secret') ?? context.environment.ARUS_WEBHOOK_SECRET ?? ''].filter((secret) => secret !== '')
  const count = readCount(given)
  const forwardUrl = readForwardUrl(given, 'forward', '--forward')
  const enough = new AbortController()
  const tally = { received: 0, refused: 0 }
  const receive = async (rawBody: Buffer, headers: IncomingHttpHeaders): Promise<number> => {
    const delivery = verifyDelivery(rawBody, headers, { apiKeys: [connection.apiKey], secrets })
    const status = !delivery.isVerified
      ? 400
      : forwardUrl === undefined
        ? 200
        : await forwardDelivery(forwardUrl, rawBody, headers)
    context.writeResult(
      context.isJson
        ? `${JSON.stringify(presentDelivery(delivery, status))}\n`
        : `${describeDelivery(delivery, status, context)}\n`
    )
    tally.received += 1
    if (!delivery.isVerified) tally.refused += 1
    if (tally.received >= count) enough.abort()
    return status
  }
  const receiver = await startReceiver(given, receive)
  try {
    const endpointId = hasFlag(given, 'register') ? await register(connection, receiver.url, secrets, context) : undefined
    context.writeNote(
      `listening on ${receiver.url}${secrets.length === 0 ? context.colors.dim(' (no endpoint secret: headers are not verified)') : ''}\n`
    )
    const ended = AbortSignal.any([context.signal, enough.signal])
    if (!ended.aborted) await once(ended, 'abort')
    if (endpointId !== undefined) await connection.client.webhookEndpoints.delete(endpointId)
  } finally {
    await receiver.stop()
  }
  return { exit: tally.refused === 0 ? ('ok' as const) : ('negative' as const), json: undefined, text: '' }
}

function readCount(given: Given): number {
  return readWholeNumber(given, 'count', { least: 1, most: 1_000_000_000, otherwise: Number.POSITIVE_INFINITY })
}

/** Refused here: found out with the first webhook, it would be answered badly, and sent again for days. */
function readForwardUrl(given: Given, name: string, option: string): string | undefined {
  const text = readText(given, name)
  if (text === undefined) return undefined
  const protocol = URL.canParse(text) ? new URL(text).protocol : ''
  if (protocol === 'http:' || protocol === 'https:') return text
  throw new CommandError('usage', `${option} must be an http:// or https:// address, not ${JSON.stringify(text)}`)
}

async function startReceiver(given: Given, receive: (rawBody: Buffer, headers: IncomingHttpHeaders) => Promise<number>) {
  const port = readWholeNumber(given, 'port', { least: 0, most: 65_535, otherwise: DEFAULT_PORT })
  try {
    return await startWebhookReceiver({ host: readText(given, 'host') ?? '127.0.0.1', port, receive })
  } catch (error) {
    throw new CommandError('usage', `can't listen on port ${port}: ${(error as Error).message}`)
  }
}

/** The secret that the server shows once is kept in memory, for as long as the endpoint lives. */
async function register({ client }: Connection, url: string, secrets: string[], { signal }: CommandContext): Promise<string> {
  const endpoint = await client.webhookEndpoints.create({ url }, { signal })
  secrets.push(endpoint.secret)
  return endpoint.id
}

function presentDelivery(delivery: VerifiedDelivery, status: number): Record<string, unknown> {
  const { event, ...verdict } = delivery.isVerified ? delivery : { ...delivery, event: undefined }
  return {
    is_verified: delivery.isVerified,
    answered: status,
    ...('code' in verdict ? { code: verdict.code, message: verdict.message } : { webhook_id: verdict.webhookId ?? null }),
    ...(event as WebhookEvent | undefined)
  }
}

function describeDelivery(delivery: VerifiedDelivery, status: number, { colors }: CommandContext): string {
  const answered = status === 200 ? '' : colors.dim(`  answered ${status}`)
  if (!delivery.isVerified) return `${colors.red('✗ not verified')}  ${delivery.message}${answered}`
  const { event, webhookId } = delivery
  const proof = webhookId === undefined ? 'body verified' : 'body and headers verified'
  const again = event.retry_count > 0 ? colors.yellow(`  try ${event.retry_count + 1}`) : ''
  return `${colors.green('✓')} ${colors.bold(event.event)}  ${describeEvent(event)}  ${colors.dim(proof)}${again}${answered}`
}
