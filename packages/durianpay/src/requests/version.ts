/** This package's version, as the User-Agent header tells it. A test keeps it in step with package.json. */
export const VERSION = '0.1.0'
