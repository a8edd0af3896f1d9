export { type Reaction, type SeenRequest, startTestServer, type TestServer } from './start-test-server.js'
