import { BASE_STYLE } from './styles/base-style.js'
import { CUSTOMER_STYLE } from './styles/customer-style.js'
import { DEVELOPER_STYLE } from './styles/developer-style.js'

/** The one stylesheet of all pages, phone first. Kept as text, since what is not TypeScript is not built into the package. */
export const STYLESHEET = [BASE_STYLE, CUSTOMER_STYLE, DEVELOPER_STYLE].join('\n')
