export { createTestDatabase, type TestDatabase } from './create-test-database.js'
export { setClockShift } from './set-clock-shift.js'
