import type { Surroundings } from '../command-line/surroundings.js'

/** A line on a person's terminal that is drawn over again; nothing at all anywhere else. */
export type Progress = {
  show: (line: string) => void
  /** Takes the line away, so that what is written next stands alone. */
  clear: () => void
}

const CLEAR_LINE = '\r\u001b[2K'

export function showProgress(surroundings: Pick<Surroundings, 'isTerminal' | 'writeNote' | 'columns'>): Progress {
  if (!surroundings.isTerminal) return { show: () => {}, clear: () => {} }
  return {
    show: (line) => surroundings.writeNote(CLEAR_LINE + line),
    clear: () => surroundings.writeNote(CLEAR_LINE)
  }
}
