/** The file's text with line ends as '\n' and without a byte order mark, or what is wrong with it. */
export type DecodedPayroll = { text: string } | { problem: string }

const SAVE_AS_CSV = 'save it as "CSV UTF-8 (Comma delimited)"'

/**
 * Turns the bytes of a file into text: UTF-8, or UTF-16 with a byte order mark (which is what Excel writes as "Unicode
 * text"). A workbook given by mistake is recognised by its first bytes. Bytes that are no text are not guessed at:
 * they come out as U+FFFD, which the reader refuses row by row.
 */
export function decodePayrollBytes(bytes: Uint8Array): DecodedPayroll {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { problem: `this is an Excel workbook, not a CSV file: open it and ${SAVE_AS_CSV}` }
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\r\n?/g, '\n')
  if (text.includes('\0')) return { problem: `this is not a text file (it contains NUL bytes): ${SAVE_AS_CSV}` }
  return { text }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return 'utf-8'
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
