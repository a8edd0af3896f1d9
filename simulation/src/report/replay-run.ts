import { type Engine, type RunChoice, type RunResult, runSimulation } from '../run/run-simulation.js'

/** Tells what a seed found, whether it finds the same again every time, and how it came to it. */
export async function replayRun(engine: Engine, first: RunResult, choice: RunChoice, replays: number): Promise<string[]> {
  let same = 0
  for (let replay = 0; replay < replays; replay++) {
    const again = await runSimulation(engine, first.seed, choice)
    if (again.fingerprint === first.fingerprint && again.findings.join() === first.findings.join()) same++
  }
  return [
    '',
    `seed ${first.seed} (bank: ${first.mode}) found:`,
    ...first.findings.map((finding) => `  ${finding}`),
    `the same in ${same} of ${replays} replays: npm run simulate -- --seed ${first.seed} --runs 1 --trace${describeChoice(choice)}`,
    '',
    ...first.story()
  ]
}

function describeChoice({ mode, focus }: RunChoice): string {
  return `${mode === undefined ? '' : ` --mode ${mode}`}${focus === undefined ? '' : ` --focus ${focus}`}`
}
