import type { World } from '../world/start-world.js'
import { type Provocations, signingProvocations } from './provocation.js'

const EXPIRED_TOKEN_PHONE = '08551003634'
const ABNORMAL_PHONE = '0855100800'
const INACTIVE_PHONE = '0815919191'
const DAY_MS = 86_400_000

const applyToken = signingProvocations(async (world) => ['applyToken', await codeRequest(world)])
const applyOtt = signingProvocations(async (world) => ['applyOTT', ottRequest(world, await world.bind())])
const balance = signingProvocations(async (world) => ['balanceInquiry', balanceRequest(world, await world.bind())])

/** Accounts: binding, one-time tokens, balances, unbinding. */
export const BINDING_PROVOCATIONS: Provocations = {
  '2000900': [
    {
      when: 'for the token of a binding',
      provoke: async ({ client, merchantId, bind, customer }) =>
        client.call('accountUnbinding', { merchantId, partnerReferenceNo: 'unbind-1', ...customer(await bind()) })
    }
  ],

  '2004900': [{ when: 'for a token', provoke: async (world) => askForOtt(world, await world.bind()) }],
  '4004901': [
    {
      when: 'for another resource than OTT',
      provoke: async ({ client, bind, customer }) =>
        client.call('applyOTT', { userResources: ['BALANCE'], ...customer(await bind()) })
    },
    applyOtt.badTimestamp
  ],
  '4004902': [applyOtt.blankTimestamp],
  '4014900': [applyOtt.foreignKey],
  '4014901': [
    { when: 'for the user whose token is always expired', provoke: (world) => bindAndAskForOtt(world, EXPIRED_TOKEN_PHONE) },
    {
      when: 'long after the binding',
      provoke: async (world) => {
        const accessToken = await world.bind()
        await world.sandbox.clock.move(4_000 * DAY_MS)
        return askForOtt(world, accessToken)
      }
    }
  ],
  '4014902': [
    { when: 'for a token that nobody has', provoke: (world) => askForOtt(world, 'no-such-token') },
    {
      when: 'after unbinding',
      provoke: async (world) => {
        const { client, merchantId, customer } = world
        const accessToken = await world.bind()
        await client.call('accountUnbinding', { merchantId, ...customer(accessToken) })
        return askForOtt(world, accessToken)
      }
    }
  ],
  '4034905': [{ when: 'for an abnormal account', provoke: (world) => bindAndAskForOtt(world, ABNORMAL_PHONE) }],

  '2007400': [
    {
      when: 'for the code of a consent',
      provoke: async (world) => world.client.call('applyToken', await codeRequest(world))
    },
    {
      when: 'for a refresh token',
      provoke: async (world) => {
        const { body } = await world.client.call('applyToken', await codeRequest(world))
        return world.client.call('applyToken', { grantType: 'REFRESH_TOKEN', refreshToken: body.refreshToken })
      }
    }
  ],
  '4007401': [
    applyToken.badTimestamp,
    {
      when: 'for a code that is too long',
      danaNodeRefuses: 'it checks the length itself',
      provoke: ({ client }) => client.call('applyToken', { grantType: 'AUTHORIZATION_CODE', authCode: 'x'.repeat(257) })
    }
  ],
  '4007402': [
    applyToken.blankTimestamp,
    {
      when: 'without a code',
      provoke: ({ client }) => client.call('applyToken', { grantType: 'AUTHORIZATION_CODE', authCode: '' })
    }
  ],
  '4017400': [
    applyToken.foreignKey,
    {
      when: 'for a code that was used',
      provoke: async (world) => {
        const request = await codeRequest(world)
        await world.client.call('applyToken', request)
        return world.client.call('applyToken', request)
      }
    },
    {
      when: 'for a code that nobody was given',
      provoke: ({ client }) => client.call('applyToken', { grantType: 'AUTHORIZATION_CODE', authCode: 'no-such-code' })
    },
    {
      when: 'eleven minutes after the consent',
      provoke: async (world) => {
        const request = await codeRequest(world)
        await world.sandbox.clock.move(11 * 60_000)
        return world.client.call('applyToken', request)
      }
    }
  ],

  '2001100': [{ when: 'for a token', provoke: async (world) => askForBalance(world, await world.bind()) }],
  '4001101': [
    balance.badTimestamp,
    {
      when: 'for balance types that are no list',
      provoke: async (world) =>
        world.client.call('balanceInquiry', { ...balanceRequest(world, await world.bind()), balanceTypes: 'BALANCE' })
    }
  ],
  '4001102': [balance.blankTimestamp],
  '4011100': [balance.foreignKey],
  '4011102': [
    { when: 'for a token that nobody has', provoke: (world) => askForBalance(world, 'no-such-token') },
    {
      when: 'for a token that was refreshed',
      provoke: async (world) => {
        const { body } = await world.client.call('applyToken', await codeRequest(world))
        await world.client.call('applyToken', { grantType: 'REFRESH_TOKEN', refreshToken: body.refreshToken })
        return askForBalance(world, body.accessToken)
      }
    }
  ],
  '4031105': [
    { when: 'for an abnormal account', provoke: async (world) => askForBalance(world, await world.bind(ABNORMAL_PHONE)) }
  ],
  '4031118': [
    { when: 'for an inactive account', provoke: async (world) => askForBalance(world, await world.bind(INACTIVE_PHONE)) }
  ]
}

async function codeRequest(world: World) {
  return { grantType: 'AUTHORIZATION_CODE', authCode: await world.authCode() }
}

function ottRequest({ customer }: World, accessToken: string) {
  return { userResources: ['OTT'], ...customer(accessToken) }
}

const askForOtt = (world: World, accessToken: string) => world.client.call('applyOTT', ottRequest(world, accessToken))

const bindAndAskForOtt = async (world: World, phone: string) => askForOtt(world, await world.bind(phone))

function balanceRequest({ customer }: World, accessToken: string) {
  return { partnerReferenceNo: 'balance-1', balanceTypes: ['BALANCE'], ...customer(accessToken) }
}

const askForBalance = (world: World, accessToken: string) =>
  world.client.call('balanceInquiry', balanceRequest(world, accessToken))
