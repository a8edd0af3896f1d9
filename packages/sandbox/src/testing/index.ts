// The entry `@arus/sandbox/testing`, for our own tests and demo: a browser that drives the pages.

export { findAccessibilityFaults } from './find-accessibility-faults.js'
export { findChromium } from './find-chromium.js'
export { openBrowser } from './open-browser.js'
