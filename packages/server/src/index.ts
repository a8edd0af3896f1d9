// Running a server

export { createServer, type Server, type ServerOptions } from './create-server.js'
export { type RunningServer, type RunServerOptions, runServer } from './run-server.js'

// The simulated bank as a process of its own

export { openOwnBook } from './rails/simulated-bank/open-own-book.js'
export { type BankServer, type BankServerOptions, startBankServer } from './rails/simulated-bank/start-bank-server.js'

// Its database, what an operator does with it, and what there is to know without a server

export * from './operator.js'
