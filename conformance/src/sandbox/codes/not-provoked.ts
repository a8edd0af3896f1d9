/** Codes that the sandbox can't be brought to answer, and why. The test fails for one that it can be. */
export const NOT_PROVOKED: Readonly<Record<string, string>> = {}

/** Codes that only a fault rule or a magic value leads to, because no state of a sandbox does. */
export const ONLY_ON_DEMAND: Readonly<Record<string, string>> = {
  '2025700': 'the sandbox cancels at once',
  '2025800': 'the sandbox refunds at once',
  '4015501': "no token of the merchant's own is sent with a request, so none can be wrong",
  '4035405': 'a payment that is asked for names no account yet: an abnormal one is refused on the cashier page',
  '4035415': 'every active merchant may take payments',
  '4035715': 'every active merchant may cancel; what the order forbids has codes of its own',
  '4045801': 'DANA has it for another product; for this one the sandbox answers 4045812, as DANA does',
  '4295400': 'the sandbox takes any number of requests',
  '4295500': 'the sandbox takes any number of requests',
  '5005400': 'the sandbox does not fail by itself',
  '5005401': 'the sandbox does not fail by itself',
  '5005500': 'the sandbox does not fail by itself',
  '5005501': 'the sandbox does not fail by itself',
  '5005701': 'the sandbox does not fail by itself',
  '5005801': 'the sandbox does not fail by itself'
}
