import { expect, it } from 'vitest'
import { groupAddress } from './group-address.js'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['unknown, 203.0.113.7', 'unknown'],
  ['', 'unknown'],
  [undefined, 'unknown']
])('takes %s for %s', (address, name) => {
  expect(groupAddress(address)).toBe(name)
})
