// What the clients of Arus share. It is copied into each package that is published, which therefore has no dependency.

export { isInstanceByBrand } from './is-instance-by-brand.js'
export { readRetryAfterMs } from './read-retry-after.js'
export { retryDelayMs } from './retry-delay.js'
export { type Deadline, startDeadline } from './start-deadline.js'
export { wasNeverSent } from './was-never-sent.js'
export { type Outcome, worseOutcome } from './worse-outcome.js'
