// The entry `@arus/dana/runtime`: what dana-node's runtime exports, and the errors that this client adds.
import * as names from './names.js'

export * from './names.js'
export default names
