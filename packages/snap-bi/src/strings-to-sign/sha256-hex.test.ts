import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256Hex } from './sha256-hex.js'

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

it.each(['', 'é\u2028😀', '{"a":1}'])('hashes %j in the same way whatever the runtime has, as text and as bytes', (text) => {
  const wanted = text === '' ? EMPTY : createHash('sha256').update(Buffer.from(text)).digest('hex')
  for (const data of [text, Buffer.from(text), new Uint8Array(Buffer.from(text))]) {
    expect(sha256Hex(data)).toBe(wanted)
    expect(sha256Hex(data, null)).toBe(wanted)
  }
})
