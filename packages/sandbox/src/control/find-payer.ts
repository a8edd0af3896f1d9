import type { Engine } from '../state/engine.js'
import type { User } from '../state/user.js'
import { notFound } from './control-error.js'

/**
 * Who is meant: by id or phone, or else the first active user without a special answer, with enough money if there is one.
 *
 * @throws {ControlError} when there is nobody
 */
export function findPayer(engine: Engine, { phone, amountSen = 0n }: { phone?: string; amountSen?: bigint }): User {
  if (phone !== undefined) return findUser(engine, phone)
  const plain = engine.listUsers().filter(({ status, answers }) => status === 'active' && Object.keys(answers).length === 0)
  const payer = plain.find(({ id }) => engine.balanceOf(`user:${id}`) >= amountSen) ?? plain[0]
  if (payer === undefined) throw notFound('user without a special answer')
  return payer
}

/** @throws {ControlError} when nobody has this id or phone */
export function findUser(engine: Engine, idOrPhone: string): User {
  const user = engine.findUser(idOrPhone) ?? engine.findUserByPhone(idOrPhone)
  if (user === undefined) throw notFound(`user ${idOrPhone}`)
  return user
}
