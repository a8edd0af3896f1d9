import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { requireGenuine } from '../genuine/genuine-dana-node.js'
import { compile } from './compile.js'

const DIST = dirname(createRequire(import.meta.url).resolve('dana-node'))
const PROGRAM = { path: 'written-for-dana-node.ts' }
const MODELS = { '/widget/v1': 'widget/v1/models', '/webhook/v1': 'webhook/v1' } as const

/** 2.1.10 has a mandatory field there which 1.5.11 leaves optional, or lacks: `validUpTo`, `accessToken`. */
const STRICTER_SINCE_2 = ['QueryUserProfileRequest', 'WidgetPaymentRequest']

/** 2.1.10 has members there that 1.5.11 does not know, or an object that has one. */
const WIDER_SINCE_2 = [
  'PayOptionInfo',
  'PayOptionInfoPayMethodEnum',
  'PayOptionInfoPayOptionEnum',
  'PaymentView',
  'QueryPaymentResponse',
  'QueryPaymentResponseAdditionalInfo',
  'QueryUserProfileRequest',
  'QueryUserProfileRequestUserResourcesEnum',
  'QueryUserProfileResponse',
  'QueryUserProfileResponseResponse',
  'QueryUserProfileResponseResponseBody',
  'UserResourceInfo',
  'UserResourceInfoResourceTypeEnum',
  'FinishNotifyPaymentInfo',
  'FinishNotifyRequest',
  'FinishNotifyRequestAdditionalInfo'
]

describe("code written against dana-node's types", () => {
  it('compiles with the genuine dana-node 1.5.11', async () => {
    expect(await compile(PROGRAM, { danaNode: 'genuine' })).toBe('')
  })

  it('compiles with Arus in its place, with the types of browsers and without', async () => {
    expect(await compile(PROGRAM, { danaNode: 'arus' })).toBe('')
    expect(await compile(PROGRAM, { danaNode: 'arus', lib: ['es2023'] })).toBe('')
  })

  it('finds every type that dana-node exports', async () => {
    const names = { '/runtime': declaredIn('runtime.d.ts'), '': ['Dana', 'DanaOpts', ...declaredIn('runtime.d.ts')] }
    const subpaths = Object.entries({ ...names, '/widget/v1': modelsOf('/widget/v1'), '/webhook/v1': modelsOf('/webhook/v1') })
    const lines = subpaths.flatMap(([subpath, types]) =>
      types.map((type) => `export type { ${type} as ${type}_${subpath.replace(/\W/g, '_')} } from 'dana-node${subpath}'`)
    )
    expect(lines.length).toBeGreaterThan(150)
    expect(await compile({ text: lines.join('\n') }, { danaNode: 'arus' })).toBe('')
  })

  it.each(['/widget/v1', '/webhook/v1'] as const)(
    'may hand its models to Arus, and take those of Arus for its own (%s)',
    async (subpath) => {
      const models = modelsOf(subpath)
      const given = models
        .filter((name) => !STRICTER_SINCE_2.includes(name))
        .map((name) => `Accepts<Arus.${name}, Genuine.${name}>`)
      const taken = models.filter((name) => !WIDER_SINCE_2.includes(name)).map((name) => `Accepts<Genuine.${name}, Arus.${name}>`)
      expect(await compile({ text: programOf(subpath, [...given, ...taken]) }, { danaNode: 'genuine' })).toBe('')
    }
  )

  it.each(['/widget/v1', '/webhook/v1', '/runtime'] as const)(
    'may call the functions of Arus as those of dana-node (%s)',
    async (subpath) => {
      const others = [...STRICTER_SINCE_2, ...WIDER_SINCE_2]
      const names = functionsOf(subpath).filter((name) => !others.some((model) => name.includes(model)))
      const lines = names.map((name) => `Accepts<typeof Genuine.${name}, typeof Arus.${name}>`)
      expect(await compile({ text: programOf(subpath, lines) }, { danaNode: 'genuine' })).toBe('')
    }
  )
})

it('says more than dana-node: unions, outcomes, states', async () => {
  expect(await compile({ path: 'better-than-dana-node.ts' }, { danaNode: 'arus' })).toBe('')
})

/** The interfaces and types of one of its declarations. */
function declaredIn(path: string): string[] {
  const text = readFileSync(join(DIST, path), 'utf8')
  return [...text.matchAll(/^export (?:interface|type|declare class) (\w+)/gm)].map(([, name]) => name!)
}

/** Its models and enumerations. */
function modelsOf(subpath: keyof typeof MODELS): string[] {
  const files = readdirSync(join(DIST, MODELS[subpath])).filter((file) => file.endsWith('.d.ts') && !/index|webhook/.test(file))
  return files.flatMap((file) => declaredIn(join(MODELS[subpath], file)))
}

/** Its functions, without its classes, whose private parts make each of them a type of its own. */
function functionsOf(subpath: '/widget/v1' | '/webhook/v1' | '/runtime'): string[] {
  const values = Object.entries(requireGenuine(subpath))
  return values.filter(([, value]) => typeof value === 'function' && !/^class/.test(String(value))).map(([name]) => name)
}

function programOf(subpath: string, types: string[]): string {
  const imports = [`import type * as Arus from '@arus/dana${subpath}'`, `import type * as Genuine from 'dana-node${subpath}'`]
  const accepts = 'type Accepts<Wanted, _Given extends Wanted> = Wanted'
  return [...imports, accepts, ...types.map((type, index) => `export type Check${index} = ${type}`)].join('\n')
}
