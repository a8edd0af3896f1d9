import { type ApplyOTTResponse, type WidgetPaymentResponse, WidgetUtils } from '@arus/dana/widget/v1'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type UrlVector = Vector<string> & {
  widgetPaymentResponse: WidgetPaymentResponse | null
  applyOTTResponse: ApplyOTTResponse | null
}

holdToVectors<UrlVector>('dana-complete-payment-url', ({ widgetPaymentResponse, applyOTTResponse }) =>
  WidgetUtils.generateCompletePaymentUrl(widgetPaymentResponse ?? undefined, applyOTTResponse ?? undefined)
)
