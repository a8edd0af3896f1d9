import { createPrivateKey, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_KEYS } from '../seeds/published-keys.js'
import { AccountsFileError } from './accounts-file-error.js'
import { readAccountsFile } from './read-accounts-file.js'

const PEM = createPublicKey(createPrivateKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' }))
  .export({ type: 'spki', format: 'pem' })
  .toString()

function read(text: string) {
  return readAccountsFile(text, 'accounts.yaml')
}

function faultOf(text: string): string {
  try {
    read(text)
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(AccountsFileError)
    return (error as Error).message
  }
}

describe('an accounts file', () => {
  it('gives users and merchants, and takes a phone, a PIN and a code as they stand there', () => {
    const text = `
users:
  - phone: 0812345678901
    pin: 012345
    name: Yes
    balance: 250000
    kycLevel: 02
    status: frozen
    answers:
      49: 4034905
  - { phone: +62 , pin: 111111, name: x }
merchants:
  - partnerId: p-1
    merchantId: '216620000000000000001'
    name: Warung
    clientSecret: secret
    publicKey: |
${PEM.replace(/^/gm, '      ')}
    stores: [a, b]
`.replace('+62 ,', '"+6281234567890",')
    expect(read(text)).toEqual({
      users: [
        {
          phone: '62812345678901',
          pin: '012345',
          name: 'Yes',
          balanceSen: 25_000_000n,
          kycLevel: '02',
          status: 'frozen',
          answers: { '49': '4034905' }
        },
        { phone: '6281234567890', pin: '111111', name: 'x' }
      ],
      merchants: [
        {
          partnerId: 'p-1',
          merchantId: '216620000000000000001',
          name: 'Warung',
          clientSecret: 'secret',
          publicKey: PEM,
          stores: ['a', 'b']
        }
      ]
    })
  })

  it.each([
    [
      'users:\n  - phone: 0812345678901\n    pin: 12345\n    name: Siti',
      'accounts.yaml:3: users[0].pin: must be six digits, not "12345"'
    ],
    ['users:\n  - pin: 123456\n    name: Siti', 'accounts.yaml:2: users[0].phone: is missing'],
    ['users:\n  - phone: 0812345678901\n    pin: 123456\n    name: ""', 'accounts.yaml:4: users[0].name: must not be empty'],
    ['users:\n  phone: 1', 'accounts.yaml:1: users: must be a list'],
    ['user: []', 'accounts.yaml:1: user: unknown; there is users, merchants'],
    [
      'users:\n  - phone: 0812345678901\n    pin: 123456\n    name: a\n    saldo: 1',
      'accounts.yaml:5: users[0].saldo: unknown; there is phone,'
    ],
    [
      'users:\n  - &a { phone: 081234567890, pin: 123456, name: a }\n  - { phone: +6281234567890, pin: 123456, name: b }',
      'accounts.yaml:3: users[1].phone: is the same as that of users[0]'
    ],
    [
      'merchants:\n  - partnerId: p\n    merchantId: m\n    name: n\n    clientSecret: s\n    publicKey: no',
      'accounts.yaml:6: merchants[0].publicKey: '
    ],
    [
      'users:\n  - phone: 0812345678901\n    pin: 123456\n    name: a\n    answers: { 49: 4035405 }',
      'users[0].answers.49: must hold the service code: 4034905'
    ],
    ['users: [', 'accounts.yaml:1: '],
    ['', 'accounts.yaml:1: must be a mapping']
  ])('that holds %j is refused by line and field', (text, fault) => {
    expect(faultOf(text)).toContain(fault)
  })

  it('fails with its own error and no other, whatever it holds', () => {
    const piece = fc.constantFrom(
      'users:',
      '\n',
      '  - ',
      'phone: ',
      '0812345678901',
      '[',
      '{',
      '&a ',
      '*a',
      '? ',
      '"',
      'pin: 1',
      ': ',
      '!!x '
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(''))
        ),
        (text) => {
          try {
            read(text)
          } catch (error) {
            expect(error).toBeInstanceOf(AccountsFileError)
          }
        }
      )
    )
  })
})
