import { signAccountValidation } from '../signatures/sign-account-validation.js'
import { signDisbursement } from '../signatures/sign-disbursement.js'

/** The key that the recorded webhooks are signed with here: the signatures printed in the guide are placeholders. */
export const RECORDED_API_KEY = 'dp_live_recorded'

const apiKey = RECORDED_API_KEY
const INVALID_FIELDS = [
  { key: 'bank_code', message: 'Invalid BankCode/AccountNumber' },
  { key: 'account_number', message: 'Invalid BankCode/AccountNumber' }
]

/** A webhook of each kind with the fields of the guide's samples. */
export const RECORDED_WEBHOOKS = {
  completed: {
    event: 'disbursement.completed',
    data: {
      created_at: '2021-06-22T15:20:20.840353Z',
      currency: 'IDR',
      description: 'test Apr13',
      failed_item_amount: '200000.00',
      failed_item_count: 2,
      id: 'dis_4hjykf9KK99186',
      is_live: true,
      item_status: [
        { id: 'dis_item_PVusz7D0jF2144', status: 'invalid' },
        { id: 'dis_item_0Hm7Clzh4j3788', status: 'invalid' },
        { id: 'dis_item_Cr8c1Rv3Kk7183', status: 'done' }
      ],
      items_count: 3,
      merchant_id: 'mer_MsCtIPhqRc8045',
      name: 'test Apr13',
      signature: signDisbursement({ id: 'dis_4hjykf9KK99186', amount: '300000.00', apiKey }),
      status: 'partially_success',
      success_item_amount: '100000.00',
      success_item_count: 1,
      total_amount: '300000.00',
      type: 'batch'
    },
    retry_count: 0
  },
  validationCompleted: {
    event: 'disbursement.validation_completed',
    data: {
      amount: '210000.00',
      created_at: '2021-06-22T15:05:10.803274Z',
      description: 'test Apr13',
      id: 'dis_xHbeiO162C6172',
      invalid_disbursements: ['dis_item_MQh1YjwABm4913', 'dis_item_QJQ6BGlfDv9766'].map((id, index) => ({
        account_number: String(index),
        amount: '100000.00',
        bank_code: 'cimb',
        id,
        invalid_fields: INVALID_FIELDS,
        owner_name: 'someone',
        status: 'invalid'
      })),
      is_live: true,
      merchant_id: 'mer_MsCtIPhqRc8045',
      name: 'test Apr13',
      signature: signDisbursement({ id: 'dis_xHbeiO162C6172', amount: '210000.00', apiKey }),
      total_invalid_amount: '200000.00',
      total_invalid_items: 2,
      total_items: 3,
      total_valid_amount: '10000.00',
      total_valid_items: 1,
      type: 'batch',
      valid_disbursements: [
        {
          account_number: '0845210387',
          amount: '10000.00',
          bank_code: 'bca',
          id: 'dis_item_pey2Mb5Osu7149',
          owner_name: 'someone',
          status: 'valid'
        }
      ]
    },
    retry_count: 0
  },
  accountValidationCompleted: {
    event: 'account_validation.completed',
    data: {
      account_holder: 'Dummy Name',
      account_number: '8888105',
      bank_code: 'bca',
      signature: signAccountValidation({ accountNumber: '8888105', bankCode: 'bca', status: 'valid', apiKey }),
      status: 'valid'
    },
    retry_count: 0
  }
}
