import { Dana } from 'dana-node';
import { ApplyOTTRequest, ApplyOTTResponse } from 'dana-node/widget/v1';

const danaClient = new Dana({
  partnerId: "YOUR_PARTNER_ID", // process.env.X_PARTNER_ID
  privateKey: process.env.X_PRIVATE_KEY, // process.env.X_PRIVATE_KEY
  origin: "YOUR_ORIGIN", // process.env.ORIGIN
  env: "sandbox", // process.env.DANA_ENV or process.env.ENV or "sandbox" or "production"
});
const { widgetApi } = danaClient;

const request: ApplyOTTRequest = {
  userResources: ['OTT'],
  additionalInfo: { accessToken: 'access-token', deviceId: 'web-1' }
};

const response: ApplyOTTResponse = await widgetApi.applyOTT(request);

export { response };
