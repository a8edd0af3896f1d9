import type { ApiKeyRow } from '@arus/server'
import { formatTable } from '../output/format-table.js'

/** An API key as commands print it in JSON: never its secret, only the end of it. */
export function presentApiKey(key: ApiKeyRow): Record<string, unknown> {
  return {
    id: key.id,
    merchant_id: key.merchantId,
    name: key.name,
    is_live: key.isLive,
    last_characters: key.lastCharacters,
    is_signing: key.isSigning,
    created_at: key.createdAt,
    revoked_at: key.revokedAt
  }
}

export function tabulateApiKeys(keys: ApiKeyRow[]): string {
  return formatTable(
    [{ heading: 'ID' }, { heading: 'KEY' }, { heading: 'NAME' }, { heading: 'STATE' }, { heading: 'SINCE' }],
    keys.map((key) => [
      key.id,
      `dp_${key.isLive ? 'live' : 'test'}_…${key.lastCharacters}`,
      key.name,
      stateOf(key),
      key.createdAt
    ])
  )
}

function stateOf(key: ApiKeyRow): string {
  if (key.revokedAt !== null) return `revoked ${key.revokedAt}`
  return key.isSigning ? 'signs webhooks' : 'in use'
}
