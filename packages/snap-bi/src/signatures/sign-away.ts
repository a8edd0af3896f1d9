import type { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'

/** `crypto.sign`, as runtimes have it: some know no callback, and either throw or answer at once. */
export type SignFunction = (
  algorithm: string,
  data: Uint8Array,
  key: KeyObject,
  callback?: (error: Error | null, signature: Buffer) => void
) => unknown

/** Signs off the event loop where the runtime can, else here, once what runs now is done. */
export async function signAway(sign: SignFunction, data: Uint8Array, key: KeyObject): Promise<Buffer> {
  try {
    return await new Promise((resolve, reject) => {
      const signature = sign('sha256', data, key, (error, result) => (error ? reject(error) : resolve(result)))
      if (signature !== undefined) resolve(signature as Buffer)
    })
  } catch {
    return sign('sha256', data, key) as Buffer
  }
}
