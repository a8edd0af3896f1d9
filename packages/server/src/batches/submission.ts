/** One item as a merchant submits it, already checked. */
export type SubmittedItem = {
  accountOwnerName: string
  bankCode: string
  accountNumber: string
  amountSen: bigint
  emailRecipient: string
  phoneNumber: string
  notes: string
  senderInformation: Record<string, unknown> | undefined
}

/** A batch as a merchant submits it, already checked. */
export type Submission = {
  /** The `idempotency_key` of the protocol: one batch for each key, for ever. */
  batchKey: string | undefined
  name: string
  description: string
  forceDisburse: boolean
  skipValidation: boolean
  items: SubmittedItem[]
}
