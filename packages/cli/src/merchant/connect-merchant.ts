import { Durianpay } from '@arus/durianpay'
import { CommandError } from '../command-line/command-result.js'
import type { Surroundings } from '../command-line/surroundings.js'

const DEFAULT_URL = 'http://127.0.0.1:4180'

export type Connection = {
  client: Durianpay
  url: string
  /** The secret key signs webhooks too; it is never printed. */
  apiKey: string
  /** Which the key decides: test money or real money. */
  mode: 'test' | 'live'
}

/**
 * Makes the client of a merchant's commands from `ARUS_URL` and `ARUS_API_KEY`. Sends nothing yet.
 *
 * @throws CommandError (usage) when the key is missing; the client's own error when one of them can't be used
 */
export function connectMerchant({ environment }: Pick<Surroundings, 'environment'>): Connection {
  const apiKey = readSetting(environment, 'ARUS_API_KEY')
  if (apiKey === undefined) {
    throw new CommandError(
      'usage',
      'ARUS_API_KEY is not set: it is the secret key, dp_test_… or dp_live_…, that "arus keys create" shows once'
    )
  }
  const url = readSetting(environment, 'ARUS_URL') ?? DEFAULT_URL
  return { client: new Durianpay({ apiKey, baseUrl: url }), url, apiKey, mode: apiKey.startsWith('dp_live_') ? 'live' : 'test' }
}

/** Whether a merchant's commands could run at all. */
export function hasApiKey({ environment }: Pick<Surroundings, 'environment'>): boolean {
  return readSetting(environment, 'ARUS_API_KEY') !== undefined
}

function readSetting(environment: Surroundings['environment'], name: string): string | undefined {
  const text = environment[name]?.trim() ?? ''
  return text === '' ? undefined : text
}
