import type { Engine } from '../../state/engine.js'
import { userAccount } from '../../state/ledger-entry.js'
import type { User, UserStatus } from '../../state/user.js'
import type { ApiParts, Operation } from '../call.js'
import { pick } from '../echo.js'
import { misformed } from '../field-refusals.js'
import { toMoney } from '../money.js'
import { customerTokenOf } from './customer-token.js'
import { makeReferenceNo } from './make-reference-no.js'

/** 1 active, 2 closed, 6 restricted, 7 frozen. */
const ACCOUNT_STATES: Readonly<Record<UserStatus, string>> = {
  active: '1',
  frozen: '7',
  inactive: '6',
  abnormal: '6',
  closed: '2'
}

/** Which balances a user has; DANA knows one that a merchant may ask for. */
const BALANCE_TYPES = ['BALANCE']

const DAY_MS = 86_400_000
const JAKARTA_MS = 7 * 3_600_000

/** Tells what a user has. */
export const balanceInquiry: Operation = async ({ merchant, headers, body, table }, { engine }) => {
  const types = (body.balanceTypes ?? []) as string[]
  if (types.some((type) => !BALANCE_TYPES.includes(type))) return misformed('balanceTypes')
  const found = engine.checkToken({
    partnerId: merchant.partnerId,
    accessToken: customerTokenOf(headers),
    serviceCode: table.serviceCode!
  })
  if (found.refused) return found
  await engine.settled()
  const { user } = found
  const asked = BALANCE_TYPES.filter((type) => types.length === 0 || types.includes(type))
  return {
    refused: false,
    fields: {
      referenceNo: makeReferenceNo(engine.now()),
      ...pick(body, ['partnerReferenceNo']),
      name: user.name,
      accountInfos: asked.map((balanceType) => ({ balanceType, ...accountOf(user, engine) })),
      additionalInfo: {}
    }
  }
}

function accountOf(user: User, engine: ApiParts['engine']): Record<string, unknown> {
  const balance = toMoney(engine.balanceOf(userAccount(user.id)))
  return {
    amount: balance,
    floatAmount: toMoney(0n),
    holdAmount: toMoney(0n),
    availableBalance: balance,
    ledgerBalance: toMoney(openingBalance(user, engine)),
    currentMultilateralLimit: toMoney(0n),
    registrationStatusCode: '0001',
    status: ACCOUNT_STATES[user.status]
  }
}

/** What there was when the day began, in Jakarta: the balance without the entries of today. */
function openingBalance({ id }: User, engine: Engine): bigint {
  const account = userAccount(id)
  const now = engine.now() + JAKARTA_MS
  const midnight = now - (now % DAY_MS) - JAKARTA_MS
  return engine
    .ledgerEntries()
    .filter(({ at, kind, debit, credit }) => at >= midnight && kind !== 'opening' && (debit === account || credit === account))
    .reduce((sum, { credit, amountSen }) => sum + (credit === account ? -amountSen : amountSen), engine.balanceOf(account))
}
