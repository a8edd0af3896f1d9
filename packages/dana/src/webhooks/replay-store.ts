/** What a store says of a delivery that is about to be handled. */
export type ReplayClaim =
  /** It is the caller's to handle. The token is to be given back with `abandon`. */
  | { state: 'new'; token: string }
  /** Its handler succeeded before: answer with success, do nothing. */
  | { state: 'handled' }
  /** Another request is handling it now: answer "retry". */
  | { state: 'in_progress' }

/**
 * Remembers which deliveries were handled. What it promises is "at least once, and hardly ever twice": a process that dies
 * between the end of the handler and `complete` leaves a claim that runs out, and DANA's next try is then handled again. So
 * the handler must bring the same about when it is called twice for one order.
 *
 * A store needs:
 * - `begin` to be atomic: of several calls at once for one id, one is told `new`;
 * - a lease: a claim that was neither completed nor abandoned runs out, in more time than any handler takes, since who
 *   made it may be dead;
 * - `complete` to hold whoever has the claim by then, as the handler did succeed; `abandon` only with the token of the claim,
 *   so that a handler that failed after its lease ran out undoes nothing of the one that took over.
 */
export interface ReplayStore {
  /** Claims a delivery, unless it was handled, or is claimed by a lease that hasn't run out. */
  begin(id: string): Promise<ReplayClaim>
  /** Its handler succeeded. */
  complete(id: string): Promise<void>
  /** Its handler failed: the next try is new. */
  abandon(id: string, token: string): Promise<void>
}
