/** The attempt that stands for the payment of a statement, made before its item was sent from here: nobody knows by whom. */
export const HELD_ATTEMPT = {
  workerId: 'held',
  detail: "a bank's statement has a payment of it, and it was not sent from here"
} as const
