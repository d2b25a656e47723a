/** Nothing is loaded and nothing runs: styles and drawings are in the page. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
