import { type FileHandle, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { State } from '../state/state.js'
import { createWriter, syncFolder } from './create-writer.js'
import type { Journal } from './journal.js'
import { JournalError } from './journal-error.js'
import { writeLine } from './journal-line.js'
import { lockFolder } from './lock-folder.js'
import { makeFolder } from './make-folder.js'
import { readJournal } from './read-journal.js'

/** How a journal is kept. */
export type JournalOptions = {
  /** How long it grows, at least, before a snapshot replaces it; twice the last snapshot if that's more. 16 MiB by default. */
  readonly snapshotAfterBytes?: number
}

/**
 * Opens a folder's journal: `journal.jsonl`, one event a line, each with a checksum; `snapshot.json`, the state that stands
 * for the events before; `lock`, which keeps others out. Makes the folder when there is none. All readable to the owner only,
 * since tokens and secrets are in there.
 *
 * A line that a crash left half written is cut off, see {@link Journal.cutBytes}.
 *
 * @throws {JournalError} `locked`, `broken` or `unusable`
 *
 * @example
 * const journal = await openJournal('./sandbox-data')
 * const engine = createEngine({ clock: Date.now, random: randomBytes, seed: DEFAULT_SEED, journal })
 */
export async function openJournal(
  folder: string,
  { snapshotAfterBytes = 16 * 1024 * 1024 }: JournalOptions = {}
): Promise<Journal> {
  const unlock = await makeFolder(folder)
    .then(() => lockFolder(folder))
    .catch((error: unknown) => {
      throw error instanceof JournalError ? error : new JournalError('unusable', whyUnusable(folder, error), error)
    })
  let file: FileHandle | undefined
  try {
    const path = join(folder, 'journal.jsonl')
    for (const name of ['journal.jsonl.new', 'snapshot.json.new']) await rm(join(folder, name), { force: true })
    const [snapshot, journal] = [await readIfThere(join(folder, 'snapshot.json')), await readIfThere(path)]
    const { goodBytes, ...restored } = readJournal(snapshot, journal ?? Buffer.alloc(0), folder)
    const cutBytes = (journal?.length ?? 0) - goodBytes
    file = await open(path, 'a', 0o600)
    if (cutBytes > 0) {
      await file.truncate(goodBytes)
      await file.sync()
    }
    if (journal === undefined) await syncFolder(folder)
    const writer = createWriter(folder, file)
    let bytes = goodBytes
    let limit = Math.max(snapshotAfterBytes, 2 * (snapshot?.length ?? 0))
    return {
      restored,
      cutBytes,
      append: (event) => {
        const line = writeLine(event)
        bytes += Buffer.byteLength(line)
        writer.append(line)
      },
      wantsSnapshot: () => bytes > limit,
      writeSnapshot: (state: State) => {
        const text = snapshotText(state)
        // A state too long for one text stays with its journal.
        if (text === undefined) limit = Number.POSITIVE_INFINITY
        else {
          writer.replaceBy(text)
          bytes = 0
          limit = Math.max(snapshotAfterBytes, 2 * Buffer.byteLength(text))
        }
      },
      settled: writer.settled,
      failure: writer.failure,
      close: async () => {
        await writer.close()
        await unlock()
      }
    }
  } catch (error) {
    await file?.close()
    await unlock()
    throw error
  }
}

function whyUnusable(folder: string, error: unknown): string {
  return `The sandbox's data can't be kept in ${folder}: ${(error as Error).message}. Choose another folder.`
}

function snapshotText(state: State): string | undefined {
  try {
    return writeLine(state)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
