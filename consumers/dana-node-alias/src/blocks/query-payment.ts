import { Dana } from 'dana-node';
import { QueryPaymentRequest, QueryPaymentResponse } from 'dana-node/widget/v1';

const danaClient = new Dana({
  partnerId: "YOUR_PARTNER_ID", // process.env.X_PARTNER_ID
  privateKey: process.env.X_PRIVATE_KEY, // process.env.X_PRIVATE_KEY
  origin: "YOUR_ORIGIN", // process.env.ORIGIN
  env: "sandbox", // process.env.DANA_ENV or process.env.ENV or "sandbox" or "production"
});
const { widgetApi } = danaClient;

const request: QueryPaymentRequest = {
  serviceCode: '54',
  merchantId: '216620000000000000001',
  originalPartnerReferenceNo: 'order-1'
};

const response: QueryPaymentResponse = await widgetApi.queryPayment(request);

export { response };
