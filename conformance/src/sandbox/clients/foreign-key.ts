import { generateKeyPairSync } from 'node:crypto'

/** A key that no sandbox knows anybody by. PEM. */
export const FOREIGN_KEY: string = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
