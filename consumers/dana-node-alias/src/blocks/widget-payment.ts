import { Dana } from 'dana-node';
import { WidgetPaymentRequest, WidgetPaymentResponse } from 'dana-node/widget/v1';

const danaClient = new Dana({
  partnerId: "YOUR_PARTNER_ID", // process.env.X_PARTNER_ID
  privateKey: process.env.X_PRIVATE_KEY, // process.env.X_PRIVATE_KEY
  origin: "YOUR_ORIGIN", // process.env.ORIGIN
  env: "sandbox", // process.env.DANA_ENV or process.env.ENV or "sandbox" or "production"
});
const { widgetApi } = danaClient;

const request: WidgetPaymentRequest = {
  partnerReferenceNo: 'order-1',
  merchantId: '216620000000000000001',
  amount: { value: '10000.00', currency: 'IDR' },
  validUpTo: '2026-01-15T10:20:00+07:00',
  additionalInfo: {
    productCode: '51051000100000000001',
    mcc: '5732',
    order: { orderTitle: 'Kopi' },
    envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
  },
  urlParams: [{ url: 'https://merchant.example.id/return', type: 'PAY_RETURN', isDeeplink: 'N' }]
};

const response: WidgetPaymentResponse = await widgetApi.widgetPayment(request);

export { response };
