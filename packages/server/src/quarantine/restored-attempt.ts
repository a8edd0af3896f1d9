/**
 * The attempt that stands for all those that a lost history may have made. It is unanswered, so the rail is asked, and
 * nothing is sent before two answers of "not found", by a rail that would refuse a repeat.
 */
export const RESTORED_ATTEMPT = {
  /**
   * Its number is so far above the last one that a worker which comes back out of the lost history, with answers to
   * attempts that this database knows nothing of, can't mean it by accident.
   */
  numberAbove: 1_000,
  workerId: 'restored',
  detail: 'it may have been sent in a history that this database knows nothing of'
} as const

/** What the case of an item says was learnt of it that is held because a line of a statement resembles it. */
export const LEARNT_BY_SIMILAR_PAYMENT = 'a_similar_payment'
