import { type FileHandle, open } from 'node:fs/promises'

/** A file of lines that only grows. What it has said is kept stays there, whenever the process or the machine stops. */
export type AppendFile = {
  /** Resolves when the line is on the disk. */
  append(line: string): Promise<void>
  /** Resolves when everything that was appended so far is. */
  flush(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a file of lines, making it where there is none. A line that a crash cut short was never confirmed to anybody: it
 * is taken off.
 *
 * @returns the file, and the lines that are in it.
 */
export async function openAppendFile(path: string): Promise<{ file: AppendFile; lines: string[] }> {
  const handle = await open(path, 'a+', 0o600)
  const text = await handle.readFile('utf8')
  const end = text.lastIndexOf('\n') + 1
  if (end < text.length) await handle.truncate(Buffer.byteLength(text.slice(0, end)))
  await handle.datasync()
  return { file: appendTo(handle), lines: text.slice(0, end).split('\n').slice(0, -1) }
}

/** Lines that come while others are being synced go together with the next sync: a disk does some hundred of them a second. */
function appendTo(handle: FileHandle): AppendFile {
  let waiting: string[] = []
  let next: Promise<void> | undefined
  let current: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const lines = waiting
    waiting = []
    next = undefined
    await handle.appendFile(lines.join(''))
    await handle.datasync()
  }

  return {
    append(line) {
      waiting.push(`${line}\n`)
      if (next === undefined) {
        // After a failed write nothing may be confirmed any more: all that follows fails with it.
        next = current.then(write)
        next.catch(() => {})
        current = next
      }
      return next
    },
    flush: () => current,
    async close() {
      await current.catch(() => {})
      await handle.close()
    }
  }
}
