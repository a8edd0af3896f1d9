import { timingSafeEqual } from 'node:crypto'

/** Compares two texts in a time that tells nothing about where they differ; their lengths are no secret. */
export function equalsInConstantTime(one: string, other: string): boolean {
  const oneBytes = Buffer.from(one)
  const otherBytes = Buffer.from(other)
  return oneBytes.length === otherBytes.length && timingSafeEqual(oneBytes, otherBytes)
}
