import { readFileSync } from 'node:fs'

export type VectorFile =
  | 'dana-requests'
  | 'dana-signing'
  | 'dana-responses'
  | 'dana-validation'
  | 'dana-webhooks'
  | 'dana-oauth'
  | 'dana-complete-payment-url'

/** What every vector has: its name within the file, and what dana-node 2.1.10 did. */
export type Vector<Expected = unknown> = { id: string; expect: Expected }

export const VECTOR_FILES: VectorFile[] = [
  'dana-requests',
  'dana-signing',
  'dana-responses',
  'dana-validation',
  'dana-webhooks',
  'dana-oauth',
  'dana-complete-payment-url'
]

/** The vectors of one file. */
export function readVectors<V extends Vector>(file: VectorFile): V[] {
  return readJson<{ vectors: V[] }>(file).vectors
}

export function readJson<Content>(file: VectorFile | 'keys'): Content {
  return JSON.parse(readFileSync(new URL(`../vectors/${file}.json`, import.meta.url), 'utf8'))
}
