import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OwnBook, openOwnBook } from './open-own-book.js'

const START_MS = Date.parse('2026-07-01T02:00:00Z')

let folder: string
let path: string
let nowMs: number
const opened: OwnBook[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-book-'))
  path = join(folder, 'bank.book')
  nowMs = START_MS
})
afterEach(async () => {
  for (const book of opened.splice(0)) await book.close()
  await rm(folder, { recursive: true })
})

async function open(refusesRepeatsForMs?: number): Promise<OwnBook> {
  const book = await openOwnBook({ path, refusesRepeatsForMs, nowMs: () => nowMs })
  opened.push(book)
  return book
}

const account = { bankCode: 'bca', accountNumber: '8422640', accountOwnerName: 'Jane Doe' }
const paid = (reference: string) =>
  ({ ...account, reference, amountSen: 500_050n, status: 'paid', code: '', reason: '', paysAfterMs: null }) as const

describe('the book of a bank that is a process of its own', () => {
  it('knows after its end all that it ever confirmed', async () => {
    const book = await open()
    await Promise.all([book.enter(paid('a')), book.enter(paid('b')), book.countCall('x')])
    await book.enter({ ...paid('c'), status: 'rejected', code: 'ACCOUNT_BLOCKED', reason: 'blocked' })
    await book.settle({ ...account, reference: 'b', amountSen: 500_050n, outcome: 'failed', reason: 'sent back' })
    const before = await book.readBook()
    // Opened beside the first, which was never closed: as after a crash.
    const again = await open()
    expect(await again.readBook()).toEqual(before)
    expect(before.map(({ reference, status }) => [reference, status])).toEqual([
      ['a', 'paid'],
      ['b', 'reversed'],
      ['c', 'rejected']
    ])
    expect(await again.readStatus('c')).toEqual({ kind: 'rejected', code: 'ACCOUNT_BLOCKED', reason: 'blocked' })
    expect((await again.countCall('x')).count).toBe(2)
    expect(await again.enter(paid('d'))).toBe(4n)
  })

  it('has a line in its file before it confirms it', async () => {
    const book = await open()
    await book.enter(paid('a'))
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ id: '1', reference: 'a', amount: '5000.50' })
  })

  it('takes off a line that a crash cut short, and goes on', async () => {
    const book = await open()
    await book.enter(paid('a'))
    const whole = await readFile(path, 'utf8')
    await appendFile(path, whole.slice(0, whole.length / 2))
    const again = await open()
    expect((await again.readBook()).map(({ reference }) => reference)).toEqual(['a'])
    await again.enter(paid('b'))
    expect((await (await open()).readBook()).map(({ reference }) => reference)).toEqual(['a', 'b'])
  })

  it.each([
    ['no JSON at all', 'nonsense'],
    ['an entry without an amount', '{"id":"1","reference":"a","status":"paid"}'],
    ['a change of an entry that is not there', '{"changed":"7","status":"paid","code":"","reason":""}']
  ])('names a line that it can not read: %s', async (_, line) => {
    await writeFile(path, `{"call":"x","at_ms":1}\n${line}\n`)
    await expect(open()).rejects.toThrow(/^line 2 of the bank's book .* can't be read/)
  })

  it('refuses a repeat for as long as it is told to, also of one that is not written yet', async () => {
    const book = await open(60_000)
    expect(await Promise.all([book.enter(paid('a')), book.enter(paid('a'))])).toEqual([1n, undefined])
    nowMs += 59_999
    expect(await book.enter(paid('a'))).toBeUndefined()
    nowMs += 1
    expect(await book.enter(paid('a'))).toBe(2n)
  })

  it('books every repeat where it refuses none', async () => {
    const book = await open()
    expect(await Promise.all([book.enter(paid('a')), book.enter(paid('a'))])).toEqual([1n, 2n])
    expect((await book.readBook()).filter(({ reference }) => reference === 'a')).toHaveLength(2)
  })

  it('pays an accepted transfer when its time has come', async () => {
    const book = await open()
    await book.enter({ ...paid('a'), status: 'accepted', paysAfterMs: 2000 })
    expect(await book.readStatus('a')).toMatchObject({ kind: 'accepted' })
    nowMs += 2000
    expect(await book.readStatus('a')).toMatchObject({ kind: 'paid' })
    expect((await (await open()).readBook())[0]).toMatchObject({ status: 'paid' })
  })

  it('lets a person settle what it never got, and what it has, either way', async () => {
    const book = await open(60_000)
    const settle = (reference: string, outcome: 'done' | 'failed') =>
      book.settle({ ...account, reference, amountSen: 500_050n, outcome })
    await settle('a', 'done')
    expect(await book.enter(paid('a'))).toBeUndefined()
    await settle('b', 'failed')
    expect(await book.readStatus('b')).toMatchObject({ kind: 'rejected', code: 'SETTLED_AS_FAILED' })
    await settle('b', 'done')
    await settle('a', 'failed')
    expect((await book.readBook()).map(({ reference, status }) => [reference, status])).toEqual([
      ['a', 'reversed'],
      ['b', 'paid']
    ])
  })
})
