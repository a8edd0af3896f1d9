import { Dana } from 'dana-node';
import { RefundOrderRequest, RefundOrderResponse } from 'dana-node/widget/v1';

const danaClient = new Dana({
  partnerId: "YOUR_PARTNER_ID", // process.env.X_PARTNER_ID
  privateKey: process.env.X_PRIVATE_KEY, // process.env.X_PRIVATE_KEY
  origin: "YOUR_ORIGIN", // process.env.ORIGIN
  env: "sandbox", // process.env.DANA_ENV or process.env.ENV or "sandbox" or "production"
});
const { widgetApi } = danaClient;

const request: RefundOrderRequest = {
  merchantId: '216620000000000000001',
  originalPartnerReferenceNo: 'order-1',
  partnerRefundNo: 'refund-1',
  refundAmount: { value: '10000.00', currency: 'IDR' }
};

const response: RefundOrderResponse = await widgetApi.refundOrder(request);

export { response };
