import { expect, it } from 'vitest'
import { checkoutUrl } from './checkout-url.js'

const order = {
  referenceNo: '2026011511121280010016620000000000001',
  merchantId: '216620000000004190',
  createdAt: 1_768_446_245_000
}

it('is the same for the same order, and has the parts of DANA’s own', () => {
  const url = checkoutUrl({ publicUrl: 'http://127.0.0.1:4190', order })
  expect(checkoutUrl({ publicUrl: 'http://127.0.0.1:4190', order: { ...order } })).toBe(url)
  expect(url.startsWith(`http://127.0.0.1:4190/m/portal/cashier/checkout?bizNo=${order.referenceNo}&timestamp=`)).toBe(true)
  expect([...new URL(url).searchParams.keys()]).toEqual(['bizNo', 'timestamp', 'originSourcePlatform', 'mid', 'did', 'sign'])
})

it('is signed for this order alone', () => {
  const signOf = (changes: Partial<typeof order>) =>
    new URL(checkoutUrl({ publicUrl: 'http://localhost', order: { ...order, ...changes } })).searchParams.get('sign')
  const signs = [signOf({}), signOf({ referenceNo: '1' }), signOf({ merchantId: '1' }), signOf({ createdAt: 1 })]
  expect(new Set(signs).size).toBe(4)
})
