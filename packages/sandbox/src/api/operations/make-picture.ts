import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const CELL = 16

/**
 * Draws a picture that stands for a photograph: a small PNG, a symmetric pattern on a light ground, the same for the same
 * subject each time and another for another.
 *
 * @param subject what the picture is of: `avatar 2160…`
 * @param columns how many cells of 16 pixels it is wide
 * @param rows how many it is high
 *
 * @example
 * makePicture('ktp 2160000000000001', 16, 10).toString('base64')
 */
export function makePicture(subject: string, columns: number, rows: number): Buffer {
  const bytes = createHash('sha256').update(subject).digest()
  const [width, height] = [columns * CELL, rows * CELL]
  const ink = [bytes[0]! >> 1, bytes[1]! >> 1, 96 + (bytes[2]! >> 1)]
  const isInked = (x: number, y: number) => {
    const column = Math.min(x, columns - 1 - x)
    const cell = y * Math.ceil(columns / 2) + column
    return ((bytes[3 + (cell % 29)]! >> ((cell * 5 + y) % 8)) & 1) === 1
  }
  const lines = Array.from({ length: height }, (_, y) => {
    const line = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x++) {
      const colour = isInked(Math.floor(x / CELL), Math.floor(y / CELL)) ? ink : [240, 243, 247]
      for (let part = 0; part < 3; part++) line[1 + x * 3 + part] = colour[part]!
    }
    return line
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(content.length + 8)
  framed.writeUInt32BE(data.length, 0)
  content.copy(framed, 4)
  framed.writeUInt32BE(crc32(content), content.length + 4)
  return framed
}
