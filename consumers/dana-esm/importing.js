// What importing does: nothing, but for the entry that is there to load a .env file, which leaves alone what is set.
const environmentReads = []
process.env = new Proxy(process.env, {
  get: (environment, name) => {
    environmentReads.push(name)
    return environment[name]
  }
})
const globalsBefore = Object.getOwnPropertyNames(globalThis)

await import('@arus/dana')
await import('@arus/dana/widget/v1')
await import('@arus/dana/widget/v1/models')
await import('@arus/dana/webhook/v1')
await import('@arus/dana/runtime')

const addedGlobals = Object.getOwnPropertyNames(globalThis).filter((name) => !globalsBefore.includes(name))
// Node itself looks these up whenever a module is loaded.
const ownReads = environmentReads.filter((name) => !/^(NODE|WATCH)_/.test(String(name)))
const partnerBefore = process.env.X_PARTNER_ID ?? null

console.log(JSON.stringify({ ownReads, addedGlobals, partnerBefore }))
