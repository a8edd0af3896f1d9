/** What the simulated bank can do with an account, beyond paying an even number and refusing an odd one. */
export type Behaviour =
  | 'pays'
  | 'does_not_exist'
  | 'belongs_to_another'
  | 'pays_slowly'
  | 'rejects_the_transfer'
  | 'pays_without_an_answer'
  | 'loses_the_first_transfer'
  | 'throttles'
  | 'is_down'
  | 'leaves_inquiries_unanswered'

/** The holder of every account that ends in 990010. */
export const ANOTHER_HOLDER = 'RATNA WIDJAJA'

/**
 * Account numbers that make the simulated bank behave as real ones do on a bad day: the last six digits choose. Any
 * other number ending in an even digit is valid and pays; ending in an odd digit it does not exist.
 */
export const SPECIAL_ACCOUNT_NUMBERS: readonly { suffix: string; behaviour: Behaviour; description: string }[] = [
  {
    suffix: '990010',
    behaviour: 'belongs_to_another',
    description: `Valid and pays, but the bank names another holder (${ANOTHER_HOLDER}) than the one given.`
  },
  {
    suffix: '990020',
    behaviour: 'pays_slowly',
    description: 'The bank accepts the transfer, and pays it 2 seconds later.'
  },
  {
    suffix: '990030',
    behaviour: 'rejects_the_transfer',
    description: 'Valid when asked about, but the transfer is rejected (ACCOUNT_BLOCKED).'
  },
  {
    suffix: '990040',
    behaviour: 'pays_without_an_answer',
    description: 'The connection drops before an answer comes, though the bank has paid. Asked about it, the bank says so.'
  },
  {
    suffix: '990050',
    behaviour: 'loses_the_first_transfer',
    description:
      'The connection drops and the first transfer never reaches the bank, which knows nothing of it. ' +
      'A second one is made, and pays, only where the bank refuses repeats (ARUS_SIMULATED_BANK_REFUSES_REPEATS); else a person must decide.'
  },
  {
    suffix: '990060',
    behaviour: 'throttles',
    description: 'The first two transfers are turned away (429, try again in 1 second), the third pays.'
  },
  {
    suffix: '990070',
    behaviour: 'is_down',
    description: 'The bank refuses connections for 3 seconds from the first transfer on, then pays.'
  },
  {
    suffix: '990080',
    behaviour: 'leaves_inquiries_unanswered',
    description: 'Two inquiries about the account get no answer, the third finds it valid. Pays.'
  }
]

const BY_SUFFIX = new Map(SPECIAL_ACCOUNT_NUMBERS.map(({ suffix, behaviour }) => [suffix, behaviour]))

/**
 * Says what the simulated bank does with an account.
 *
 * @example
 * findBehaviour('8422990030') // 'rejects_the_transfer'
 */
export function findBehaviour(accountNumber: string): Behaviour {
  const special = BY_SUFFIX.get(accountNumber.slice(-6))
  if (special !== undefined) return special
  return /[02468]$/.test(accountNumber) ? 'pays' : 'does_not_exist'
}
