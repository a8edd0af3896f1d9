import { appendFile, mkdtemp, open as openFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { replay } from '../state/apply-event.js'
import type { Engine } from '../state/engine.js'
import type { Event } from '../state/event.js'
import {
  bind,
  MERCHANT_ID,
  makePaidOrder,
  makeRequest,
  makeTestEngine,
  must,
  PARTNER_ID,
  rupiah
} from '../testing/make-test-engine.js'
import { createWriter } from './create-writer.js'
import type { Journal } from './journal.js'
import { JournalError } from './journal-error.js'
import { readLine, writeLine } from './journal-line.js'
import { type JournalOptions, openJournal } from './open-journal.js'
import { readJournal } from './read-journal.js'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sandbox-journal-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const makeFolder = () => mkdtemp(join(root, 'data-'))

async function open(folder: string, options?: JournalOptions): Promise<{ engine: Engine; journal: Journal }> {
  const journal = await openJournal(folder, options)
  return { engine: makeTestEngine({ journal }).engine, journal }
}

async function work(engine: Engine, count: number, name = 'order'): Promise<void> {
  const user = engine.findUserByPhone('083811223355')!
  for (let index = 0; index < count; index++) {
    const reference = `${name}-${index}`
    await makePaidOrder(engine, user.id, makeRequest(reference, { $map: 'é\u2028', __note: { $bigint: '5' } }))
    const refund = { merchantId: MERCHANT_ID, partnerReferenceNo: reference, refundAmount: rupiah(10 + index) }
    must(await engine.refundOrder({ ...refund, partnerRefundNo: `refund-of-${reference}` }))
    await bind(engine, user.id)
  }
  must(await engine.unbindByUser({ userId: user.id, partnerId: PARTNER_ID }))
}

it('gives the same state when the folder is opened again, and goes on from there', async () => {
  const folder = await makeFolder()
  const first = await open(folder)
  await work(first.engine, 3)
  must(await first.engine.moveClock(-5_000))
  const before = first.engine.readState()
  await first.engine.close()
  const second = await open(folder)
  expect(second.journal.cutBytes).toBe(0)
  expect(second.engine.readState()).toEqual(before)
  await work(second.engine, 1, 'later')
  await second.engine.close()
  const third = await open(folder)
  expect(third.engine.readState()).toEqual(second.engine.readState())
  expect(third.engine.listOrders()).toHaveLength(4)
  expect(third.engine.verify()).toEqual([])
  await third.engine.close()
})

it('has on disk what a command resolved for', async () => {
  const folder = await makeFolder()
  const { engine } = await open(folder)
  const paths = [join(folder, 'journal.jsonl'), join(folder, 'snapshot.json')]
  await engine.settled()
  for (let index = 0; index < 20; index++) {
    const { order } = must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest(`order-${index}`) }))
    expect(await readFile(paths[0]!, 'utf8')).toContain(order.referenceNo)
  }
  await engine.close()
})

it('equals a prefix of its events when cut at any byte', async () => {
  const folder = await makeFolder()
  const { engine } = await open(folder)
  await work(engine, 1)
  await engine.close()
  const content = await readFile(join(folder, 'journal.jsonl'))
  const events = readJournal(undefined, content, folder).events
  const states = [...events.keys(), events.length].map((count) => replay(events.slice(0, count)))
  const ends = [0, ...[...content.keys()].filter((index) => content[index] === 0x0a).map((index) => index + 1)]
  expect(ends).toHaveLength(events.length + 1)
  let kept = 0
  for (let place = 0; place <= content.length; place++) {
    if (ends[kept + 1] === place) kept++
    const cut = readJournal(undefined, content.subarray(0, place), folder)
    // The same lines give the same events, so looking closely is needed only where they become one more.
    if (ends[kept] === place) expect(replay(cut.events)).toEqual(states[kept])
    expect(cut.events.at(-1)?.sequence ?? 0).toBe(kept)
    expect(cut.goodBytes).toBe(ends[kept])
  }
  // And on the disk.
  const other = await makeFolder()
  for (let place = 0; place <= content.length; place += 211) {
    await writeFile(join(other, 'journal.jsonl'), content.subarray(0, place))
    const journal = await openJournal(other)
    const goodBytes = ends.findLast((end) => end <= place)!
    expect(journal.restored.events).toEqual(events.slice(0, ends.indexOf(goodBytes)))
    expect(journal.cutBytes).toBe(place - goodBytes)
    expect((await stat(join(other, 'journal.jsonl'))).size).toBe(goodBytes)
    await journal.close()
  }
})

it('goes on after a torn tail was cut off', async () => {
  const folder = await makeFolder()
  const first = await open(folder)
  await work(first.engine, 1)
  const before = first.engine.readState()
  await first.engine.close()
  await appendFile(join(folder, 'journal.jsonl'), '["0123456789abcdef",{"type":"order.pa')
  const second = await open(folder)
  expect(second.journal.cutBytes).toBe(37)
  expect(second.engine.readState()).toEqual(before)
  await work(second.engine, 1, 'later')
  await second.engine.close()
  const third = await open(folder)
  expect(third.journal.cutBytes).toBe(0)
  expect(third.engine.readState()).toEqual(second.engine.readState())
  await third.engine.close()
})

it('refuses to start when anything but its end is damaged, and leaves the folder as it is', async () => {
  const folder = await makeFolder()
  const { engine } = await open(folder)
  await work(engine, 1)
  await engine.close()
  const path = join(folder, 'journal.jsonl')
  const lines = (await readFile(path, 'utf8')).split('\n')
  const broken: [string, string[]][] = [
    ['line 5 of journal.jsonl is damaged', lines.with(4, lines[4]!.replace(/\d\]|.\]$/, 'x]'))],
    ['event 5 is missing before line 5 of journal.jsonl', lines.toSpliced(4, 1)],
    ['event 1 is missing before line 1 of journal.jsonl', lines.slice(1)],
    ['line 6 of journal.jsonl repeats event 5', lines.toSpliced(4, 0, lines[4]!)],
    [`line ${lines.length - 1} of journal.jsonl is damaged`, lines.with(-2, lines.at(-2)!.slice(0, -1))]
  ]
  for (const [message, damaged] of broken) {
    await writeFile(path, damaged.join('\n'))
    const opened = openJournal(folder)
    await expect(opened).rejects.toThrow(JournalError)
    await expect(opened).rejects.toMatchObject({ code: 'broken', message: expect.stringContaining(message) })
    expect(await readFile(path, 'utf8')).toBe(damaged.join('\n'))
  }
  await writeFile(path, lines.join('\n'))
  await writeFile(join(folder, 'snapshot.json'), '["0123456789abcdef",{}]\n')
  await expect(openJournal(folder)).rejects.toThrow('snapshot.json is damaged')
  expect((await readdir(folder)).sort()).toEqual(['journal.jsonl', 'snapshot.json'])
})

it('is shortened to a snapshot when it grows, without losing anything', async () => {
  const folder = await makeFolder()
  const small = { snapshotAfterBytes: 3_000 }
  const first = await open(folder, small)
  await work(first.engine, 10)
  const size = (await stat(join(folder, 'snapshot.json'))).size
  expect((await stat(join(folder, 'journal.jsonl'))).size).toBeLessThan(2 * size + 10_000)
  await first.engine.close()
  const second = await open(folder, small)
  expect(second.journal.restored.state).toBeDefined()
  expect(second.engine.readState()).toEqual(first.engine.readState())
  // Many at once, with snapshots in between.
  const user = second.engine.findUserByPhone('083811223355')!
  await Promise.all(
    Array.from({ length: 200 }, (_, index) => makePaidOrder(second.engine, user.id, makeRequest(`more-${index}`)))
  )
  await second.engine.close()
  const third = await open(folder, small)
  expect(third.engine.readState()).toEqual(second.engine.readState())
  expect(third.engine.verify()).toEqual([])
  await third.engine.close()
})

it('skips what the snapshot holds when a crash came before the journal was emptied', async () => {
  const folder = await makeFolder()
  const first = await open(folder)
  await work(first.engine, 1)
  await first.engine.close()
  const path = join(folder, 'journal.jsonl')
  const lines = (await readFile(path, 'utf8')).split('\n')
  const events = lines.slice(0, -1).map((line) => readLine(line)!.value as Event)
  await writeFile(join(folder, 'snapshot.json'), writeLine(replay(events.slice(0, 7))))
  const second = await open(folder)
  expect(second.journal.restored.events).toHaveLength(events.length - 7)
  expect(second.engine.readState()).toEqual(first.engine.readState())
  await second.engine.close()
})

it('writes what comes together in few writes', async () => {
  const folder = await makeFolder()
  const { engine, journal } = await open(folder)
  await engine.settled()
  const waits = new Set<Promise<void>>()
  const created = Array.from({ length: 100 }, (_, index) => {
    const creating = engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest(`order-${index}`) })
    waits.add(journal.settled())
    return creating
  })
  await Promise.all(created)
  expect(waits.size).toBeLessThanOrEqual(2)
  await engine.close()
})

it('tells listeners only of what is on disk', async () => {
  const folder = await makeFolder()
  const { engine } = await open(folder)
  await engine.settled()
  const path = join(folder, 'journal.jsonl')
  const heard: Promise<boolean>[] = []
  engine.subscribe((event) => {
    heard.push(readFile(path, 'utf8').then((text) => text.includes(`"sequence":${event.sequence}}`)))
  })
  await Promise.all([
    engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') }),
    engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-2') })
  ])
  expect(heard).toHaveLength(2)
  expect(await Promise.all(heard)).toEqual([true, true])
  await engine.close()
})

it('rejects every command once the disk took one no more, and tells nobody of it', async () => {
  const folder = await makeFolder()
  const journal = await openJournal(folder)
  let failure: Error | undefined
  const { engine } = makeTestEngine({
    journal: {
      ...journal,
      settled: async () => {
        if (failure !== undefined) throw failure
        await journal.settled()
      },
      failure: () => undefined
    }
  })
  await engine.settled()
  const heard: Event[] = []
  engine.subscribe((event) => heard.push(event))
  failure = new JournalError('write_failed', 'no space left')
  await expect(engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') })).rejects.toThrow('no space left')
  await expect(engine.login({ phone: '083811223355', pin: '181818' })).rejects.toThrow('no space left')
  expect(heard).toEqual([])
  await journal.close()
})

it('closes without a fault after the disk took no more, since every command has said so, and gives the folder free', async () => {
  const folder = await makeFolder()
  const journal = await openJournal(folder)
  let failure: Error | undefined
  const settled = async () => {
    if (failure !== undefined) throw failure
    await journal.settled()
  }
  const { engine } = makeTestEngine({ journal: { ...journal, settled, failure: () => failure } })
  await engine.settled()
  failure = new JournalError('write_failed', 'no space left')
  await expect(engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest('order-1') })).rejects.toThrow('no space left')
  await engine.close()
  await (await openJournal(folder)).close()
})

it('says so where only the closing loses something, and gives the folder free', async () => {
  const folder = await makeFolder()
  const journal = await openJournal(folder)
  const { engine } = makeTestEngine({
    journal: { ...journal, settled: () => Promise.reject(new JournalError('write_failed', 'no space left')) }
  })
  await expect(engine.close()).rejects.toThrow('no space left')
  await (await openJournal(folder)).close()
})

it('fails for good when the disk takes no more', async () => {
  const folder = await makeFolder()
  const file = await openFile(join(folder, 'journal.jsonl'), 'a')
  const writer = createWriter(folder, file)
  writer.append('one\n')
  await writer.settled()
  await file.close()
  writer.append('two\n')
  await expect(writer.settled()).rejects.toMatchObject({ name: 'JournalError', code: 'write_failed' })
  expect(writer.failure()).toBeInstanceOf(JournalError)
  writer.append('three\n')
  await expect(writer.settled()).rejects.toMatchObject({ code: 'write_failed' })
  await writer.close()
  expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe('one\n')
})

it('keeps its files to their owner', async () => {
  const folder = join(await makeFolder(), 'made', 'deep')
  const { engine } = await open(folder, { snapshotAfterBytes: 500 })
  await work(engine, 1)
  for (const name of ['journal.jsonl', 'snapshot.json', 'lock']) {
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
  }
  await engine.close()
})
