/**
 * The text that `seamlessSign` of DANA's binding URL signs: the JSON of the object, as it stands in `seamlessData`.
 *
 * @example
 * const data = { mobileNumber: '6283811223355', bizScenario: 'PAYMENT' }
 * const seamlessSign = await signer.sign(seamlessStringToSign(data))
 */
export function seamlessStringToSign(data: object): string {
  return JSON.stringify(data)
}
