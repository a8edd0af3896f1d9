import type { SandboxOptions } from '@arus/sandbox'
import type { Answer } from '../clients/client.js'
import type { World } from '../world/start-world.js'

/** One way to a response code. */
export type Provocation = {
  /** Reads on after "is answered". */
  when: string
  provoke: (world: World) => Promise<Answer>
  /** Why dana-node gets no answer here. The test holds it to that: it must throw. */
  danaNodeRefuses?: string
  sandbox?: SandboxOptions
}

/** The ways to each code. */
export type Provocations = Readonly<Record<string, readonly Provocation[]>>

/** Whether it only asks for the code by name: by a magic value, or a fault rule. */
export function isOnDemand({ when }: Provocation): boolean {
  return / that means it$|^because a fault rule/.test(when)
}

const NO_TIMESTAMP = { headers: { 'X-TIMESTAMP': '' } }

type Call = (world: World) => Promise<Parameters<World['client']['call']>>

/** Three ways that every operation has to its codes of header and signature, given a call that would succeed. */
export function signingProvocations(call: Call): Record<'blankTimestamp' | 'badTimestamp' | 'foreignKey', Provocation> {
  const twisted = (when: string, twist: Parameters<World['client']['call']>[2]): Provocation => ({
    when,
    provoke: async (world) => {
      const [operation, request] = await call(world)
      return world.client.call(operation, request, twist)
    }
  })
  return {
    blankTimestamp: twisted('for a blank X-TIMESTAMP', NO_TIMESTAMP),
    badTimestamp: twisted('for an X-TIMESTAMP that is no time', { headers: { 'X-TIMESTAMP': 'yesterday' } }),
    foreignKey: twisted("for a signature by somebody else's key", { isForeignKey: true })
  }
}

/** The rule by which a developer asks for an answer that nothing in the sandbox leads to. */
export function onDemand(code: string, call: Call): Provocation {
  return {
    when: 'because a fault rule asks for it',
    provoke: async (world) => {
      const request = await call(world)
      world.sandbox.fault({ kind: 'answer', operation: request[0], responseCode: code })
      return world.client.call(...request)
    }
  }
}

/** The rule for too many requests, which the sandbox itself never finds too many. */
export function rateLimited(call: Call): Provocation {
  return {
    when: 'because a fault rule limits the rate',
    provoke: async (world) => {
      const request = await call(world)
      world.sandbox.fault({ kind: 'rate_limited', operation: request[0] })
      return world.client.call(...request)
    }
  }
}
