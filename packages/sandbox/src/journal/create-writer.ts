import { type FileHandle, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { JournalError } from './journal-error.js'

/** Writes lines at the end of a folder's journal, many at once, and now and then replaces them by a snapshot. */
export type Writer = {
  append(line: string): void
  /** Replaces everything appended so far, written or not. */
  replaceBy(snapshot: string): void
  /** When everything appended so far is on disk. */
  settled(): Promise<void>
  failure(): JournalError | undefined
  close(): Promise<void>
}

type Batch = { readonly done: Promise<void>; readonly resolve: () => void; readonly reject: (error: Error) => void }

/**
 * Whatever comes while a batch is on its way to the disk is the next batch: one write, one fdatasync.
 *
 * @param file open for appending
 */
export function createWriter(folder: string, file: FileHandle): Writer {
  let journal = file
  let lines: string[] = []
  let snapshot: string | undefined
  let next: Batch | undefined
  let running: Batch | undefined
  let failed: JournalError | undefined

  const write = async (snapshotText: string | undefined, text: string) => {
    if (snapshotText !== undefined) {
      await replaceFile(folder, 'snapshot.json', snapshotText)
      // From here on the snapshot counts; events in the journal that it holds are skipped when read.
      await journal.close()
      await replaceFile(folder, 'journal.jsonl', '')
      journal = await open(join(folder, 'journal.jsonl'), 'a', 0o600)
    }
    if (text === '') return
    await journal.appendFile(text)
    await journal.datasync()
  }

  const run = async () => {
    // What is appended in one go shares a batch.
    await Promise.resolve()
    while (next !== undefined) {
      running = next
      const [snapshotText, text] = [snapshot, lines.join('')]
      next = undefined
      snapshot = undefined
      lines = []
      try {
        await write(snapshotText, text)
        running.resolve()
      } catch (error) {
        failed = new JournalError('write_failed', `The sandbox's data could not be written to ${folder}: ${error}`, error)
        running.reject(failed)
        // Assigned meanwhile by append, which TypeScript doesn't see.
        ;(next as Batch | undefined)?.reject(failed)
      }
      running = undefined
      if (failed !== undefined) return
    }
  }

  const stir = () => {
    if (next !== undefined || failed !== undefined) return
    next = makeBatch()
    if (running === undefined) void run()
  }

  return {
    append: (line) => {
      lines.push(line)
      stir()
    },
    replaceBy: (text) => {
      lines = []
      snapshot = text
      stir()
    },
    settled: () => {
      if (failed !== undefined) return Promise.reject(failed)
      return (next ?? running)?.done ?? Promise.resolve()
    },
    failure: () => failed,
    close: async () => {
      await (next ?? running)?.done.catch(() => undefined)
      await journal.close().catch(() => undefined)
    }
  }
}

/** Puts a file in another's place, whole or not at all. */
async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name)
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  await syncFolder(folder)
}

/** Names in a folder are on disk only when the folder is. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    // Windows opens no folders, and needs none of this.
  } finally {
    await handle?.close()
  }
}

function makeBatch(): Batch {
  let resolve!: () => void
  let reject!: (error: Error) => void
  const done = new Promise<void>((onDone, onFailure) => {
    resolve = onDone
    reject = onFailure
  })
  // Whoever waits gets it; that nobody may is no fault.
  done.catch(() => undefined)
  return { done, resolve, reject }
}
