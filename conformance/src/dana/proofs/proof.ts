/** Shows that a difference is there: what Arus does and, where 1.5.11 does as 2.1.10, what the genuine dana-node does. */
export type Proof = {
  arus: () => void | Promise<void>
  danaNode?: () => void | Promise<void>
}
