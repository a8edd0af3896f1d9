import { randomBytes } from 'node:crypto'
import { createSigner, parsePublicKey } from '@arus/snap-bi'
import { normalisePhone } from './accounts/normalise-phone.js'
import { registerApi } from './api/register-api.js'
import { createControl } from './control/control-functions.js'
import { registerControl } from './control/register-control.js'
import { makeIdentity } from './credentials/make-identity.js'
import { createFaults } from './faults/create-faults.js'
import { JournalError } from './journal/journal-error.js'
import { openJournal } from './journal/open-journal.js'
import { createNotifier } from './notifications/create-notifier.js'
import { registerPages } from './pages/register-pages.js'
import { createRequestLog } from './request-log/create-request-log.js'
import type { Sandbox } from './sandbox.js'
import type { SandboxOptions } from './sandbox-options.js'
import { SandboxStartError } from './sandbox-start-error.js'
import { type Seed, TEST_USERS } from './seeds/default-seed.js'
import { createServer } from './server/create-server.js'
import { listen } from './server/listen.js'
import { DEFAULT_PORT, DEFAULT_SETTINGS, type SandboxSettings } from './settings.js'
import { createEngine, type EngineOptions } from './state/create-engine.js'
import type { Engine } from './state/engine.js'
import type { MerchantInput } from './state/merchant.js'
import { authorize } from './without-browser/authorize.js'
import { pay } from './without-browser/pay.js'

/** How soon an order that ran out is closed when nobody asks about it. */
const CLOSING_INTERVAL_MS = 500

/**
 * Starts DANA's side in this process: API, pages and notifications. Several share nothing.
 *
 * @throws {SandboxStartError} when the port is taken, or an option can't be used
 * @throws {JournalError} when another sandbox uses the data folder, or it is damaged
 *
 * @example
 * const sandbox = await startSandbox({ port: 0 })
 * const { partnerId, privateKey } = sandbox.credentials
 * const dana = new Dana({ partnerId, privateKey, baseUrl: sandbox.url, webUrl: sandbox.url })
 * // …
 * await sandbox.stop()
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = readSettings(options)
  const app = createServer({ maxBodyBytes: settings.maxBodyBytes, tls: options.tls })
  const { engine, credentials, sandboxKey } = await openEngine(options)
  const faults = createFaults({ random: Math.random })
  const requestLog = createRequestLog({ size: settings.requestLogSize })
  const signer = createSigner(sandboxKey)
  const notifier = createNotifier({ engine, signer, settings, faults })
  const control = createControl({ engine, faults, requestLog, notifier, signer })
  registerApi(app, {
    engine,
    settings,
    faults,
    requestLog,
    sandboxKey: signer,
    sandboxPublicKey: parsePublicKey(credentials.danaPublicKey)
  })
  registerControl(app, { control, settings })
  registerPages(app, { engine, settings, notifier, control })

  // What the journal can't take is told by the next command.
  const closing = setInterval(() => engine.closeExpired().catch(() => undefined), CLOSING_INTERVAL_MS)
  closing.unref()
  const stop = async () => {
    clearInterval(closing)
    try {
      await app.close()
      await notifier.stop()
    } finally {
      await engine.close()
    }
  }
  let stopped: Promise<void> | undefined
  let url: string
  try {
    await engine.settled()
    url = await listen(app, {
      port: options.port ?? DEFAULT_PORT,
      host: options.host ?? '127.0.0.1',
      isTls: options.tls !== undefined
    })
  } catch (error) {
    await stop()
    throw error
  }
  if (settings.publicUrl === '') settings.publicUrl = url
  notifier.resume()
  return {
    url: settings.publicUrl,
    credentials,
    control,
    get users() {
      return control.listUsers()
    },
    get requests() {
      return control.listRequests()
    },
    get notifications() {
      return control.listNotifications()
    },
    idle: notifier.idle,
    clock: {
      now: () => engine.now(),
      move: async (deltaMs) => void (await control.moveClock(deltaMs)),
      set: async (epochMs) => void (await control.setClock(epochMs)),
      reset: async () => void (await control.resetClock())
    },
    authorize: (oauthUrl, binding) => authorize(engine, oauthUrl, binding),
    pay: (webRedirectUrl, payment) => pay(engine, webRedirectUrl, payment),
    fault: control.addFault,
    reset: control.reset,
    stop: () => {
      stopped ??= stop()
      return stopped
    }
  }
}

/** The folder is locked before its keys are read, and given free again when there is no engine to do that. */
async function openEngine(options: SandboxOptions) {
  const { dataFolder, freshKeys: isFresh = false } = options
  const journal = dataFolder === undefined ? undefined : await openJournal(dataFolder)
  try {
    const { merchant, ...identity } = await makeIdentity({ isFresh, dataFolder })
    const seed = makeSeed(options, merchant)
    const engine = plantEngine({ clock: Date.now, random: randomBytes, seed, ...(journal === undefined ? {} : { journal }) })
    const { partnerId, publicKey } = identity.credentials
    if (engine.findMerchantByPartnerId(partnerId)?.publicKey !== publicKey) await engine.changeMerchant(partnerId, { publicKey })
    return { engine, ...identity }
  } catch (error) {
    await journal?.close()
    throw error
  }
}

/** What is wrong with a user or a merchant is a mistake in the options. */
function plantEngine(options: EngineOptions): Engine {
  try {
    return createEngine(options)
  } catch (error) {
    if (error instanceof JournalError) throw error
    throw new SandboxStartError((error as Error).message, { cause: error })
  }
}

/** `publicUrl` stays empty until the port is known, unless it is given. */
function readSettings(options: SandboxOptions): SandboxSettings {
  const { publicUrl, strict = false, magic, notificationRetriesMs, notificationTimeoutMs } = options
  return {
    ...DEFAULT_SETTINGS,
    publicUrl: publicUrl === undefined ? '' : readPublicUrl(publicUrl),
    strict: strict !== false,
    strictChannelId: strict === 'channel-id',
    ...(magic === undefined ? {} : { magic }),
    ...(notificationRetriesMs === undefined ? {} : { notificationRetriesMs }),
    ...(notificationTimeoutMs === undefined ? {} : { notificationTimeoutMs })
  }
}

function readPublicUrl(publicUrl: string): string {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw new SandboxStartError(
      `the public URL must be scheme, host and port, such as https://dana.test:4182, not ${JSON.stringify(publicUrl)}`
    )
  return url.origin
}

/** Users that are given stand in the place of seeded ones with the same phone. */
function makeSeed({ users = [], merchants = [] }: SandboxOptions, merchant: MerchantInput): Seed {
  const taken = new Set(users.map(({ phone }) => normalisePhone(phone)))
  const other = merchants.find(
    ({ partnerId, merchantId }) => partnerId === merchant.partnerId || merchantId === merchant.merchantId
  )
  if (other !== undefined)
    throw new SandboxStartError(
      `partner ${merchant.partnerId} and merchant ${merchant.merchantId} are the sandbox's own: choose others`
    )
  return {
    users: [...TEST_USERS.filter(({ phone }) => !taken.has(normalisePhone(phone))), ...users],
    merchants: [merchant, ...merchants]
  }
}
