import { type CommandDefinition, type Given, readArgument, readText } from '../command-line/command-definition.js'
import { CommandError } from '../command-line/command-result.js'
import { connectSandbox } from '../sandbox/connect-sandbox.js'

const EVENTS = ['payment.paid', 'payment.expired', 'refund', 'unbind'] as const

export const triggerCommand: CommandDefinition = {
  path: ['trigger'],
  summary: 'make something happen in a sandbox that runs: a payment is paid, runs out, is refunded, a user unbinds',
  arguments: [
    { syntax: '<event>', summary: EVENTS.join(', ') },
    {
      syntax: '[reference]',
      summary: "the payment, by DANA's number or yours; without it one is made up, or the newest refunded"
    }
  ],
  options: [
    { flags: '--amount <rupiah>', summary: 'of the payment that is made up (10000), or of the refund (all that is left)' },
    { flags: '--notify-url <url>', summary: 'where the payment that is made up notifies of itself' },
    { flags: '--phone <number>', summary: 'who pays or unbinds (the first user who can)' },
    { flags: '--pay-method <method>', summary: 'BALANCE, or such as VIRTUAL_ACCOUNT' },
    { flags: '--partner <id>', summary: "whose payment is made up, or whose binding ends (the sandbox's own merchant)" },
    { flags: '--url <url>', summary: 'the sandbox (or DANA_BASE_URL; http://127.0.0.1:4182)' }
  ],
  notes: 'Notifications follow as if DANA had sent them: arus listen --forward-to shows them.',
  run: async (context, given) => {
    const event = readEvent(given)
    const sandbox = connectSandbox(context, given)
    const result = await sandbox.call((control) => control.trigger(event, readFields(given)))
    if ('user' in result) {
      const { user, partnerId } = result
      return { exit: 'ok', json: result, text: `${user.name} (0${user.phone.slice(2)}) is bound to ${partnerId} no more` }
    }
    const { order } = result
    const refunded = order.refunded === '0.00' ? '' : `, Rp ${order.refunded} refunded`
    return {
      exit: 'ok',
      json: result,
      text: `${order.partnerReferenceNo}  ${order.status}  Rp ${order.amount}${refunded}  ${context.colors.dim(order.referenceNo)}`
    }
  }
}

function readEvent(given: Given): (typeof EVENTS)[number] {
  const text = readArgument(given, 0)
  const event = EVENTS.find((name) => name === text)
  if (event === undefined)
    throw new CommandError('usage', `there is no event ${JSON.stringify(text)}; there is ${EVENTS.join(', ')}`)
  return event
}

function readFields(given: Given) {
  const fields = {
    reference: given.positional[1],
    amount: readText(given, 'amount'),
    notificationUrl: readText(given, 'notifyUrl'),
    phone: readText(given, 'phone'),
    payMethod: readText(given, 'payMethod'),
    partnerId: readText(given, 'partner')
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
