// The entry `@arus/dana/widget/v1`: the operations, the models, their functions and enums, and the URLs.
import { Util, WidgetUtils } from '../../oauth/widget-utils.js'
import { WidgetApi } from '../../operations/widget-api.js'
import modelNames from './models.js'
import type * as names from './names.js'

export * from './names.js'

const widgetNames: typeof names = /* @__PURE__ */ (() => ({ ...modelNames, Util, WidgetApi, WidgetUtils }))()
export default widgetNames
