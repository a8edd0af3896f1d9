import { createVerifier, parsePublicKey, parseTimestamp } from '@arus/snap-bi'
import { normalisePhone } from '../../accounts/normalise-phone.js'
import type { Engine } from '../../state/engine.js'
import type { Merchant } from '../../state/merchant.js'
import { isLanguage, type Language } from '../texts/texts.js'

/** What a merchant asks for with the address of the binding page. */
export type BindingRequest = {
  merchant: Merchant
  scopes: readonly string[]
  externalId: string
  /** http or https, whatever was written in it normalised. */
  redirectUrl: string
  state: string
  /** From signed seamless data, as accounts are kept under: nobody else can bind then. */
  phone?: string
  allowRegistration: boolean
  language?: Language
}

/** Why a binding address can't be opened, and which parameter is to blame. */
export type BindingFault = {
  kind: 'missing' | 'format' | 'twice' | 'partner' | 'merchant' | 'signature' | 'phone'
  parameter: string
  /** Seven digits, with get-auth-code's service 10. */
  responseCode: string
}

/** `get-auth-code`, or the deep link, which sends less. */
export type BindingMode = 'api' | 'deeplink'

/** Where accounts are bound. The last one is the deep link of older clients. */
export const BINDING_PATHS = ['/v1.0/get-auth-code', '/n/link/binding', '/bindSnap'] as const

/**
 * What an address is to be read as; undefined where nothing is bound. The older deep link comes in two ways: DANA's document has
 * it with the parameters of get-auth-code, dana-node 1.5.11 in production with those of the newer deep link.
 */
export function bindingModeOf(path: string, query: string): BindingMode | undefined {
  if (path === '/bindSnap') return new URLSearchParams(query).has('requestId') ? 'deeplink' : 'api'
  if (path === '/n/link/binding') return 'deeplink'
  return path === '/v1.0/get-auth-code' ? 'api' : undefined
}

const RESPONSE_CODES: Record<BindingFault['kind'], string> = {
  missing: '4001002',
  format: '4001001',
  twice: '4001001',
  partner: '4041016',
  merchant: '4041008',
  signature: '4011000',
  phone: '4001001'
}

const MANDATORY: Record<BindingMode, readonly string[]> = {
  api: ['partnerId', 'scopes', 'externalId', 'channelId', 'redirectUrl', 'timestamp', 'state'],
  deeplink: ['partnerId', 'scopes', 'terminalType', 'externalId', 'requestId', 'redirectUrl', 'state']
}

/** What each parameter may look like, where that is not looked at elsewhere. */
const FORMATS: Record<string, (value: string) => boolean> = {
  partnerId: (value) => value.length <= 64,
  scopes: (value) => value.length <= 1_024 && value.split(',').every((scope) => /^[A-Z][A-Z0-9_]{0,63}$/.test(scope.trim())),
  externalId: (value) => value.length <= 64,
  channelId: (value) => /^\w{1,64}$/.test(value),
  redirectUrl: isWebAddress,
  timestamp: (value) => parseTimestamp(value) !== undefined,
  state: (value) => value.length <= 1_024,
  isSnapBI: (value) => value === 'true' || value === 'false',
  allowRegistration: (value) => value === 'true' || value === 'false',
  lang: (value) => /^[A-Za-z]{2}([-_][A-Za-z]{2})?$/.test(value),
  merchantId: (value) => value.length <= 64,
  subMerchantId: (value) => value.length <= 64,
  terminalType: (value) => /^[A-Z]{1,16}$/.test(value),
  requestId: (value) => value.length <= 64
}

/**
 * Reads the address of the binding page and checks everything in it, in the order of the parameters.
 *
 * @param query without its question mark, as it came
 */
export function readBindingRequest(
  query: string,
  { mode, engine }: { mode: BindingMode; engine: Pick<Engine, 'findMerchantByPartnerId'> }
): { request: BindingRequest } | { fault: BindingFault } {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    if (fields.has(name)) return refuse('twice', name)
    fields.set(name, value)
  }
  const missing = MANDATORY[mode].find((name) => (fields.get(name) ?? '') === '')
  if (missing !== undefined) return refuse('missing', missing)
  const given = [...fields].filter(([, value]) => value !== '')
  const wrong = given.find(([name, value]) => FORMATS[name]?.(value) === false)
  if (wrong !== undefined) return refuse('format', wrong[0])

  const merchant = engine.findMerchantByPartnerId(fields.get('partnerId')!)
  if (merchant === undefined || merchant.status !== 'active') return refuse('partner', 'partnerId')
  const merchantId = fields.get('merchantId')
  if (merchantId && merchantId !== merchant.merchantId) return refuse('merchant', 'merchantId')
  const subMerchantId = fields.get('subMerchantId')
  if (subMerchantId && merchant.subMerchants.length > 0 && !merchant.subMerchants.includes(subMerchantId))
    return refuse('merchant', 'subMerchantId')

  const seamless = readSeamlessData(fields, merchant)
  if ('fault' in seamless) return seamless
  const language = fields.get('lang')?.slice(0, 2).toLowerCase()
  return {
    request: {
      merchant,
      scopes: [
        ...new Set(
          fields
            .get('scopes')!
            .split(',')
            .map((scope) => scope.trim())
        )
      ],
      externalId: fields.get('externalId')!,
      redirectUrl: new URL(fields.get('redirectUrl')!).href,
      state: fields.get('state')!,
      allowRegistration: fields.get('allowRegistration') !== 'false',
      ...(isLanguage(language) ? { language } : {}),
      ...(seamless.phone === undefined ? {} : { phone: seamless.phone })
    }
  }
}

function readSeamlessData(fields: ReadonlyMap<string, string>, merchant: Merchant): { phone?: string } | { fault: BindingFault } {
  const text = fields.get('seamlessData')
  if (!text) return fields.get('seamlessSign') ? refuse('missing', 'seamlessData') : {}
  const data = parseObject(text)
  if (data === undefined) return refuse('format', 'seamlessData')
  const signature = fields.get('seamlessSign')
  if (!signature) return refuse('missing', 'seamlessSign')
  const verifier = createVerifier(parsePublicKey(merchant.publicKey))
  if (!writtenForms(signature).some((form) => verifier.verify(text, form))) return refuse('signature', 'seamlessSign')
  // The deep link calls it `mobile`, the API's page `mobileNumber`.
  const given = data.mobile ?? data.mobileNumber
  if (given === undefined || given === '') return {}
  const phone = typeof given === 'string' ? normalisePhone(given) : undefined
  return phone === undefined ? refuse('phone', 'seamlessData') : { phone }
}

/** dana-node percent-encodes a signature twice, others once; and some leave `+` as it is, which a query takes for a space. */
function writtenForms(signature: string): string[] {
  const forms = [signature.replaceAll(' ', '+')]
  try {
    if (signature.includes('%')) forms.push(decodeURIComponent(signature))
  } catch {
    // Not encoded twice, then.
  }
  return forms
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_048 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function refuse(kind: BindingFault['kind'], parameter: string): { fault: BindingFault } {
  return { fault: { kind, parameter, responseCode: RESPONSE_CODES[kind] } }
}
