import { readFileSync } from 'node:fs'

/** Vectors recorded from dana-node 2.1.10, see the README beside them. */
export function readRecorded<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`../../../../conformance/src/dana/vectors/${name}.json`, import.meta.url), 'utf8'))
}
