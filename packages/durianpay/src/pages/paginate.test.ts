import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidArgumentError } from '../errors.js'
import type { Page } from './page.js'
import { type PageQuery, paginate } from './paginate.js'

type Entry = { id: string }
const entries = (count: number): Entry[] => Array.from({ length: count }, (_, index) => ({ id: `id_${index}` }))

async function collect<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of list) all.push(item)
  return all
}

/** A list as a server gives it by skip and limit, with a limit of its own, counting as it likes. */
function bySkip(all: Entry[], settings: { serverLimit?: number; countsPage?: boolean } = {}) {
  const queries: PageQuery[] = []
  const fetchPage = async (query: PageQuery): Promise<Page<Entry>> => {
    queries.push(query)
    const items = all.slice(query.skip, query.skip + Math.min(query.limit, settings.serverLimit ?? 1000))
    return { items, count: settings.countsPage ? items.length : all.length, nextCursor: undefined }
  }
  return { fetchPage, queries }
}

describe('going through a list', () => {
  it('gives each entry once and in order, whatever the size of pages and however the server counts', async () => {
    const settings = fc.record({ serverLimit: fc.integer({ min: 1, max: 30 }), countsPage: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(100),
        fc.integer({ min: 1, max: 40 }),
        settings,
        async (count, pageSize, { serverLimit, countsPage }) => {
          const all = entries(count)
          const { fetchPage } = bySkip(all, { serverLimit, countsPage })
          expect(await collect(paginate(fetchPage, { pageSize, isCountTotal: false }))).toEqual(all)
          if (!countsPage) expect(await collect(paginate(fetchPage, { pageSize, isCountTotal: true }))).toEqual(all)
        }
      )
    )
  })

  it('asks for no page beyond the last where count is the total', async () => {
    const { fetchPage, queries } = bySkip(entries(25))
    await collect(paginate(fetchPage, { pageSize: 10, isCountTotal: true }))
    expect(queries.map(({ skip }) => skip)).toEqual([0, 10, 20])
  })

  it('follows the cursor where the server gives one', async () => {
    const all = entries(25)
    const queries: PageQuery[] = []
    const fetchPage = async (query: PageQuery): Promise<Page<Entry>> => {
      queries.push(query)
      const start = query.cursor === undefined ? 0 : Number(query.cursor)
      const items = all.slice(start, start + query.limit)
      return { items, count: all.length, nextCursor: start + query.limit < all.length ? String(start + query.limit) : null }
    }
    expect(await collect(paginate(fetchPage, { pageSize: 10, isCountTotal: false }))).toEqual(all)
    expect(queries.map(({ cursor }) => cursor)).toEqual([undefined, '10', '20'])
  })

  it('gives an entry once that newer ones push onto the next page', async () => {
    let all = entries(6)
    const fetchPage = async ({ skip, limit }: PageQuery): Promise<Page<Entry>> => {
      const page = { items: all.slice(skip, skip + limit), count: all.length, nextCursor: undefined }
      if (skip === 0) all = [{ id: 'newer_1' }, { id: 'newer_2' }, ...all]
      return page
    }
    const seen = await collect(paginate(fetchPage, { pageSize: 3, isCountTotal: true }))
    expect(seen.map(({ id }) => id)).toEqual(['id_0', 'id_1', 'id_2', 'id_3', 'id_4', 'id_5'])
  })

  it('ends with a server that ignores skip', async () => {
    const fetchPage = async (): Promise<Page<Entry>> => ({ items: entries(5), count: 5, nextCursor: undefined })
    expect(await collect(paginate(fetchPage, { pageSize: 5, isCountTotal: false }))).toEqual(entries(5))
  })

  it('fetches a page only when it is needed', async () => {
    const { fetchPage, queries } = bySkip(entries(100))
    for await (const entry of paginate(fetchPage, { pageSize: 10, isCountTotal: true })) if (entry.id === 'id_12') break
    expect(queries).toHaveLength(2)
  })

  it('can be gone through again from the start', async () => {
    const list = paginate(bySkip(entries(5)).fetchPage, { pageSize: 2, isCountTotal: true })
    expect(await collect(list)).toEqual(await collect(list))
  })
})

describe('one page', () => {
  it('is fetched as asked for', async () => {
    const { fetchPage, queries } = bySkip(entries(100))
    const list = paginate(fetchPage, { pageSize: 10, isCountTotal: true })
    expect((await list.page({ skip: 7, limit: 3 })).items).toEqual(entries(10).slice(7))
    await list.page()
    await list.page({ cursor: 'abc' })
    expect(queries).toEqual([
      { skip: 7, limit: 3, cursor: undefined },
      { skip: 0, limit: 10, cursor: undefined },
      { skip: 0, limit: 10, cursor: 'abc' }
    ])
  })

  it('has a size that servers take', async () => {
    const { fetchPage } = bySkip([])
    for (const size of [0, 1001, 1.5, Number.NaN]) {
      expect(() => paginate(fetchPage, { pageSize: size, isCountTotal: true })).toThrow(InvalidArgumentError)
      const list = paginate(fetchPage, { pageSize: 10, isCountTotal: true })
      await expect(list.page({ limit: size })).rejects.toThrow(InvalidArgumentError)
      await expect(list.page({ skip: -1 })).rejects.toThrow(InvalidArgumentError)
    }
  })
})
