import * as root from '@arus/dana'
import * as runtime from '@arus/dana/runtime'
import * as webhook from '@arus/dana/webhook/v1'
import * as widget from '@arus/dana/widget/v1'
import { expect, it } from 'vitest'
import { requireGenuine, SUBPATHS } from './genuine-dana-node.js'

const OURS: Record<(typeof SUBPATHS)[number], object> = {
  '': root,
  '/widget/v1': widget,
  '/webhook/v1': webhook,
  '/runtime': runtime
}

it.each(SUBPATHS)('dana-node%s exports nothing that Arus does not', (subpath) => {
  const genuine = Object.keys(requireGenuine(subpath))
  expect(genuine.length).toBeGreaterThan(10)
  const ours = Object.keys(OURS[subpath])
  expect(genuine.filter((name) => !ours.includes(name))).toEqual([])
})

it('has on each default export what the subpath exports by name, as users of a CommonJS package write it', () => {
  for (const subpath of SUBPATHS) {
    const { default: whole, ...named } = OURS[subpath] as { default: object }
    for (const name of Object.keys(requireGenuine(subpath)).filter((name) => name !== 'default')) {
      expect(whole, `${subpath} ${name}`).toHaveProperty(name, named[name as never])
    }
  }
})

it.each(['/widget/v1', '/webhook/v1'] as const)(
  'has the members of each enumeration of dana-node%s, and their values',
  (subpath) => {
    const enumerations = Object.entries(requireGenuine(subpath)).filter(([name]) => name.endsWith('Enum'))
    expect(enumerations.length).toBeGreaterThan(1)
    for (const [name, members] of enumerations) expect(OURS[subpath], name).toHaveProperty(name, expect.objectContaining(members))
  }
)
