import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SandboxStartError } from '../sandbox-start-error.js'

/** The private keys of the sandbox's merchant and of the sandbox itself. */
export type KeyPair = { merchantKey: KeyObject; sandboxKey: KeyObject }

const NAME = 'keys.json'

/**
 * The keys that a folder keeps; undefined where it keeps none.
 *
 * @throws {SandboxStartError} when the file is damaged
 */
export async function readKeptKeys(folder: string): Promise<KeyPair | undefined> {
  const path = join(folder, NAME)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    const { merchant, sandbox } = JSON.parse(text) as { merchant: JsonWebKey; sandbox: JsonWebKey }
    return {
      merchantKey: createPrivateKey({ key: merchant, format: 'jwk' }),
      sandboxKey: createPrivateKey({ key: sandbox, format: 'jwk' })
    }
  } catch {
    // Not kept as the cause: it may show the key.
    throw new SandboxStartError(`${path} holds no keys: delete it for the published ones, or ask for fresh ones`)
  }
}

/** Keeps keys in a folder, for its owner alone. */
export async function keepKeys(folder: string, { merchantKey, sandboxKey }: KeyPair): Promise<void> {
  const path = join(folder, NAME)
  const text = JSON.stringify({ merchant: merchantKey.export({ format: 'jwk' }), sandbox: sandboxKey.export({ format: 'jwk' }) })
  await writeFile(`${path}.new`, `${text}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
