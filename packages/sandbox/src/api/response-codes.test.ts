import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '../generated/operations.js'
import { startApi, type TestApi } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

describe.each(Object.values(OPERATIONS).filter(({ serviceCode }) => serviceCode !== undefined))('$operationId', (table) => {
  it('can be made to answer each refusal that the document lists, by a fault', async () => {
    const codes = Object.keys(table.messages).filter((code) => !code.startsWith('200'))
    expect(codes.length).toBeGreaterThan(7)
    for (const responseCode of codes) {
      api.faults.add({ kind: 'answer', operation: table.operationId, responseCode })
      const { status, body } = await api.call(table.path, {})
      expect([status, body.responseCode]).toEqual([Number(responseCode.slice(0, 3)), responseCode])
      const [begin] = table.messages[responseCode]!.split(/\s?[[{]/)
      expect(String(body.responseMessage).startsWith(begin!)).toBe(true)
      expect(body.responseMessage).not.toMatch(/[[\]{}]/)
    }
  })
})
