// The entry '@arus/dana/webhook/v1': DANA's notifications.

import * as names from './names.js'

export * from './names.js'
/** The same names in one object, for code that imports the whole as users of a CommonJS package do. */
export default names
