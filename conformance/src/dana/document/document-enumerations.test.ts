import { StatusDetailAcquirementStatusEnum, UrlParamTypeEnum, UserResourceInfoResourceTypeEnum } from '@arus/dana/widget/v1'
import { expect, it } from 'vitest'

/** The tables of enumerations on DANA's page, as far as it was saved: names and members in its order. */
const TABLES = {
  UrlParamTypeEnum: ['PayReturn', 'Notification'],
  UserResourceInfoResourceTypeEnum: [
    'Balance',
    'TopupUrl',
    'TransactionUrl',
    'Ott',
    'MaskDanaId',
    'UserKyc',
    'LoginId',
    'ClearTextDanaId',
    'Nickname',
    'Fullname',
    'KtpNumber',
    'KtpPhotoData',
    'SelfiePhotoData',
    'AvatarUrl',
    'MaskedFullname'
  ]
} as const

it('have the members that the document lists, and no other', () => {
  const enumerations = { UrlParamTypeEnum, UserResourceInfoResourceTypeEnum }
  for (const [name, members] of Object.entries(TABLES)) {
    expect(Object.keys(enumerations[name as keyof typeof TABLES]).sort(), name).toEqual([...members].sort())
  }
})

it('spell their values in capitals, as the wire does', () => {
  for (const [member, value] of Object.entries({ ...UserResourceInfoResourceTypeEnum, ...StatusDetailAcquirementStatusEnum })) {
    expect(value.replaceAll('_', '')).toBe(member.toUpperCase())
  }
  expect(StatusDetailAcquirementStatusEnum.Cancelled).toBe('CANCELLED')
})
