// The entry `@arus/dana/widget/v1`: the operations, the models, their functions and enums, and the URLs.
import * as names from './names.js'

export * from './names.js'
export default names
