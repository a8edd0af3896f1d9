import { PaymentPromoInfoPromoTypeEnum } from 'dana-node/widget/v1';

// Use the enum value
const promoType = PaymentPromoInfoPromoTypeEnum.CashBack;

export { promoType };
