import { WidgetUtils, Oauth2UrlDataModeEnum } from 'dana-node/widget/v1';

// Generate OAuth URL
const oauth2UrlData = {
  redirectUrl: 'https://your-redirect-url.com',
  externalId: 'your-external-id', // or use uuidv4()
  merchantId: process.env.MERCHANT_ID,
  seamlessData: {
    mobileNumber: '08xxxxxxxxx' // Optional
  },
  mode: Oauth2UrlDataModeEnum.Api // or Oauth2UrlDataModeEnum.Deeplink
};

const oauthUrl = WidgetUtils.generateOauthUrl(oauth2UrlData);
console.log(oauthUrl);

export { oauthUrl };
