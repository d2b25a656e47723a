/** Style of the page of the interface; contrast of text at least 7:1 in either theme. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, "Noto Sans SC", sans-serif; --line: light-dark(#d0d0d8, #44444c); }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; font-size: 1.25rem; } h3 { margin: 0; font-size: 1rem; font-weight: 400; overflow-wrap: anywhere; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
article p { margin: 0.25rem 0 0.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; } th, td { padding: 0.15rem 1rem 0.15rem 0; text-align: start; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0.5rem 0 0; } dt { grid-column: 1; } dd { grid-column: 2; margin: 0; }
pre { overflow-x: auto; border: 1px solid var(--line); padding: 0.75rem; max-height: 30rem; }
a { color: light-dark(#0b4a8f, #a8d0ff); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
`;
