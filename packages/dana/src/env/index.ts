// `import '@arus/dana/env'`, before the client's import: loads the .env file of the working folder, as dana-node does by itself.
import { loadEnvFile } from '../environment/load-env-file.js'

loadEnvFile()

export default {}
