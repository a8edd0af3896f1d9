/** An item at its end, and which. */
export type FinishedItem = { to: 'done' | 'failed'; amountSen: bigint; feeSen: bigint }

export type OutcomeSums = {
  doneItems: number
  doneAmountSen: bigint
  doneFeeSen: bigint
  failedItems: number
  failedAmountSen: bigint
  failedFeeSen: bigint
}

/** Sums what finished items took of a batch's holds and what they give back. */
export function countOutcomes(finished: FinishedItem[]): OutcomeSums {
  const sums: OutcomeSums = {
    doneItems: 0,
    doneAmountSen: 0n,
    doneFeeSen: 0n,
    failedItems: 0,
    failedAmountSen: 0n,
    failedFeeSen: 0n
  }
  for (const { to, amountSen, feeSen } of finished) {
    sums[`${to}Items`] += 1
    sums[`${to}AmountSen`] += amountSen
    sums[`${to}FeeSen`] += feeSen
  }
  return sums
}

/** Adds the sums of two groups of items. */
export function addSums(one: OutcomeSums, other: OutcomeSums): OutcomeSums {
  return {
    doneItems: one.doneItems + other.doneItems,
    doneAmountSen: one.doneAmountSen + other.doneAmountSen,
    doneFeeSen: one.doneFeeSen + other.doneFeeSen,
    failedItems: one.failedItems + other.failedItems,
    failedAmountSen: one.failedAmountSen + other.failedAmountSen,
    failedFeeSen: one.failedFeeSen + other.failedFeeSen
  }
}
