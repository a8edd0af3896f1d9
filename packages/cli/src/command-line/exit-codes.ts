/**
 * What the process ends with. Scripts that pay people branch on these numbers, so they never change.
 *
 * | code | name | when |
 * |---|---|---|
 * | 0 | ok | what was asked for is done, or was done before |
 * | 1 | negative | it was done, and the answer is no: a batch that did not pay everyone, an invalid account, a fault in the ledger |
 * | 2 | usage | the command, an option or the configuration is wrong; nothing was done |
 * | 3 | badInput | the input file is wrong; nothing was sent |
 * | 4 | refused | the server refused, and did nothing |
 * | 5 | unknown | the server may have done it: run the same command again, never another one |
 * | 6 | notReached | the server or the database was not reached; nothing was done |
 * | 7 | unexpected | a fault of this program |
 * | 130 | interrupted | stopped by Ctrl-C or a signal |
 */
export const EXIT_CODES = {
  ok: 0,
  negative: 1,
  usage: 2,
  badInput: 3,
  refused: 4,
  unknown: 5,
  notReached: 6,
  unexpected: 7,
  interrupted: 130
} as const

/** The name of an exit code; JSON output of a failed command carries it as `error.kind`. */
export type ExitKind = keyof typeof EXIT_CODES

/** What `arus --help` says about exit codes. */
export const EXIT_CODE_HELP = `Exit codes:
  0  done, or done before
  1  done, and the answer is no (not everyone was paid, account invalid, ledger fault)
  2  wrong command, option or configuration; nothing was done
  3  wrong input file; nothing was sent
  4  the server refused and did nothing
  5  outcome unknown: run the same command again, never another one
  6  server or database not reached; nothing was done
  7  a fault of this program
  130  interrupted`
