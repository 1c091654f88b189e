/** How the reviewer package looks, on screen in light and dark, and on paper. */
export const packageStyle = `
:root { color-scheme: light dark; --ink: #1f2933; --soft: #4c5a67; --line: #c9d2da; --paper: #ffffff; --box: #eef3f6; --accent: #1f4f8f; --mark: #fff1b8; --warn: #7a4d00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #b6c0cc; --line: #46525f; --paper: #161b21; --box: #202831; --accent: #9cc2f5; --mark: #5a4a12; --warn: #f0c36d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1.25rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.55 'Noto Sans', 'Segoe UI', system-ui, sans-serif; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); font-size: 1.35rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
h4 { margin: 1.5rem 0 .4rem; font-size: 1.02rem; }
h5 { margin: 1rem 0 .3rem; font-size: .95rem; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.note { padding: .6rem .9rem; border-inline-start: 4px solid var(--accent); background: var(--box); }
.box { padding: .6rem .9rem; border: 1px solid var(--line); background: var(--box); border-radius: 6px; }
.box ul { margin: .2rem 0; padding-inline-start: 1.2rem; }
.warn { color: var(--warn); font-size: .9rem; }
nav ol { padding-inline-start: 1.2rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .4rem 0; }
dl.facts dt { font-weight: 600; }
dl.facts dd { margin: 0; }
details, .quote { margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; padding: .5rem .8rem; }
summary { cursor: pointer; }
summary q, .quote q { quotes: none; }
.sign { display: block; color: var(--soft); font-size: .88rem; }
.context { margin-top: .6rem; padding-top: .6rem; border-top: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.context mark { background: var(--mark); color: inherit; padding: .05em 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { text-align: start; font-weight: 600; padding: .4rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: start; vertical-align: top; white-space: pre-line; }
th { background: var(--box); }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } details { break-inside: avoid; } nav { display: none; } }
`;
