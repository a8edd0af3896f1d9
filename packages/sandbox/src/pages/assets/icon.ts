/** The mark of the sandbox: two currents. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#3b3bb3"/><path d="M6 13c3.3-4 6.7-4 10 0s6.7 4 10 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><path d="M6 20c3.3-4 6.7-4 10 0s6.7 4 10 0" fill="none" stroke="#a9b4ff" stroke-width="3" stroke-linecap="round"/></svg>
`
