export type Deferred<Value> = { promise: Promise<Value>; resolve: (value: Value) => void }

/** Makes a promise that the test resolves when it wants to (`Promise.withResolvers` is not there in Node 20). */
export function makeDeferred<Value>(): Deferred<Value> {
  let resolve!: (value: Value) => void
  const promise = new Promise<Value>((resolvePromise) => {
    resolve = resolvePromise
  })
  return { promise, resolve }
}
