// The entry `@arus/dana`: the client, and what `@arus/dana/runtime` has.
import { Dana } from './client/dana.js'
import * as names from './names.js'

export * from './names.js'

/**
 * The client's class, which also carries the names of this entry, `default` among them: a program that imports dana-node's
 * CommonJS by default has them on what it imported.
 */
const danaWithNames: typeof Dana & typeof names & { default: typeof Dana } = Object.assign(Dana, names, { default: Dana })
export default danaWithNames
