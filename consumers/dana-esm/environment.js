// A program whose options stand in a .env file, as with dana-node, but for one that is set already.
import '@arus/dana/env'
import { Dana } from '@arus/dana'

const { partnerId, origin, env } = new Dana().opts
console.log(JSON.stringify({ partnerId, origin, env }))
