import { type Configuration, ConfigurationError } from '../configuration/parse-configuration.js'
import type { Pool } from '../database/create-pool.js'
import type { Rail } from './rail.js'
import { createRemoteBank } from './remote-bank/create-remote-bank.js'
import { createSimulatedBank } from './simulated-bank/create-simulated-bank.js'

/**
 * Opens the rails that a configuration names, those that new batches take first. The bank in the database stays beside the
 * one of `ARUS_SIMULATED_BANK_URL`: a batch ends on the rail on which it began.
 *
 * @throws ConfigurationError where a lease is too short for a call to one of them
 */
export function openRails(
  configuration: Configuration,
  workerPool: Pool,
  onClose: (close: () => Promise<unknown>) => void
): readonly Rail[] {
  const refusesRepeats = configuration.simulatedBankRefusesRepeats
  const rails: Rail[] = [createSimulatedBank({ pool: workerPool, refusesRepeats })]
  if (configuration.simulatedBankUrl !== undefined) {
    const bank = createRemoteBank({ url: configuration.simulatedBankUrl, refusesRepeats })
    onClose(() => bank.close())
    rails.unshift(bank)
  }
  refuseShortLease(configuration, rails)
  return rails
}

/** A call that may outlast half of its lease would never be started. */
function refuseShortLease({ leaseMs }: Configuration, rails: readonly Rail[]): void {
  const faults = rails
    .filter(({ timeoutMs }) => leaseMs < 2 * timeoutMs)
    .map(
      ({ name, timeoutMs }) =>
        `ARUS_LEASE_MS: ${leaseMs} is less than twice the ${timeoutMs} ms that a call to the rail ${name} may take`
    )
  if (faults.length > 0) throw new ConfigurationError(faults)
}
