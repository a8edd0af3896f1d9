import { BANKS } from '@arus/server'

/** The body of a submit: salaries with everything that a payroll has. */
export function makeBatch(itemCount: number): string {
  const items = Array.from({ length: itemCount }, (_, index) => ({
    account_owner_name: `Karyawan ${index}`,
    bank_code: BANKS[index % BANKS.length]!.code,
    amount: `${2_500_000 + (index % 1000)}.00`,
    account_number: String(1_000_000_000 + 2 * index),
    email_recipient: `karyawan.${index}@example.com`,
    phone_number: `857${String(index).padStart(8, '0')}`,
    notes: 'gaji'
  }))
  return JSON.stringify({ name: 'bench', description: 'salaries', items })
}
