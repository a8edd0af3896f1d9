/** One call of the API, before anything of it is sent. */
export type Call<Result> = {
  method: 'GET' | 'POST' | 'DELETE'
  /** Below `/v1`, each part encoded: `/disbursements/dis_x/approve`. */
  path: string
  /** A parameter that is undefined is left out. */
  query?: Record<string, string | number | boolean | undefined>
  headers?: Record<string, string>
  body?: unknown
  /** Sent as X-Idempotency-Key. A POST that carries one is done once however often it arrives. */
  requestKey?: string
  /** A POST that changes nothing, such as the look-up of a batch by its key. */
  isRead?: boolean
  /** Takes the result out of a 2xx body; undefined when the body is not what the protocol says. */
  read: (body: unknown) => Result | undefined
}
