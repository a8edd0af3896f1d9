// A program whose options stand in a .env file, as with dana-node, but for one that is set already.
require('@arus/dana/env')
const { Dana } = require('@arus/dana')

const { partnerId, origin, env } = new Dana().opts
console.log(JSON.stringify({ partnerId, origin, env }))
