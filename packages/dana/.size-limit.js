// What an entry adds to a merchant's program: bundled and minified by esbuild for Node, then gzip. First what most programs
// take of it, then all that it exports, which nobody takes: 300 names of models' functions, twice for the default export.
const check = (entry, names, limit) => ({
  name: `import ${names} from '@arus/dana${entry}'`,
  path: `published/dist${entry}/index.js`,
  import: names,
  limit,
  gzip: true,
  modifyEsbuildConfig: (config) => ({ ...config, platform: 'node', format: 'esm' })
})

export default [
  check('', '{ Dana }', '16 kB'),
  check('/widget/v1', '{ WidgetApi }', '15 kB'),
  check('/widget/v1', '*', '20 kB'),
  check('/webhook/v1', '{ WebhookParser }', '5 kB'),
  check('/webhook/v1', '{ verifyNotification }', '6 kB'),
  check('/webhook/v1', '{ createNotificationHandler }', '7 kB'),
  check('/webhook/v1', '*', '9 kB')
]
