/** How the guide looks: one column of text, numbers in its margin, light and dark, on paper too. */

export const pageStyle = `
:root {
  --ink: #1d2433; --quiet: #5b6478; --faint: #666e83; --paper: #fff; --ground: #f6f7fb; --line: #e2e5ee;
  --accent: #3f59e4; --accent-ink: #2f45c0; --accent-soft: #eef1fe; --good: #1a7f4b; --good-soft: #e9f6ef;
  --warn-soft: #fff6e0; --warn-line: #ecc766; --code: #f1f3f9;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e8f3; --quiet: #a3acc2; --faint: #8f98af; --paper: #161a25; --ground: #0f121a; --line: #2a3040;
    --accent: #8c9dff; --accent-ink: #a9b6ff; --accent-soft: #20274a; --good: #6cd19b; --good-soft: #15301f;
    --warn-soft: #332a12; --warn-line: #7d6420; --code: #1f2534;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 var(--sans); }
.page { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 76rem; margin: 0 auto; padding: 0 1rem 4rem; }
main { min-width: 0; }
h1, h2, h3, p, ol, dl, dd, dt, figure { margin: 0; padding: 0; }
ol { list-style: none; }
p, h1, h2, h3, li, dd, dt, summary, figcaption { overflow-wrap: anywhere; }
a { color: var(--accent-ink); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
code { background: var(--code); border-radius: 4px; padding: 0.1em 0.35em; white-space: pre-wrap; }
b.ui { font-weight: 600; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }

header { display: flex; gap: 1.25rem; align-items: center; padding: 3rem 0 1.25rem; }
.icon { flex: none; border-radius: 16px; }
h1 { font-size: clamp(1.5rem, 5vw, 2.1rem); line-height: 1.2; letter-spacing: -0.02em; font-weight: 700; }
.version { color: var(--quiet); font-size: 0.9rem; margin-top: 0.25rem; }
.summary { color: var(--quiet); max-width: 42rem; margin-bottom: 0.75rem; }
.summary:first-of-type { font-size: 1.125rem; margin-bottom: 1.1rem; }

.contents { font-size: 0.9rem; padding-top: 1.5rem; }
.contents-title { font-weight: 600; color: var(--quiet); font-size: 0.8rem; margin-bottom: 0.5rem; }
.contents ol { counter-reset: contents; }
.contents li { counter-increment: contents; }
.contents a { display: flex; gap: 0.6rem; padding: 0.3rem 0.6rem; border-radius: 6px; color: var(--quiet); text-decoration: none; line-height: 1.35; }
.contents a::before { content: counter(contents); color: var(--faint); font-variant-numeric: tabular-nums; flex: none; width: 1.3em; text-align: right; white-space: nowrap; }
.contents a:hover { color: var(--ink); background: var(--accent-soft); }
.contents a[aria-current] { color: var(--accent-ink); background: var(--accent-soft); font-weight: 600; }
.progress { color: var(--good); padding: 0.75rem 0.6rem 0; font-weight: 600; }

section { padding-top: 3.25rem; }
section > p { max-width: 42rem; margin-bottom: 0.75rem; }
section > p.place { color: var(--accent-ink); font-size: 0.85rem; font-weight: 600; margin-bottom: 0.2rem; }
h2 { display: flex; gap: 0.7rem; font-size: 1.5rem; line-height: 1.3; letter-spacing: -0.015em; margin-bottom: 0.9rem; }
h2 .number { color: var(--faint); font-weight: 500; font-variant-numeric: tabular-nums; }

.step { min-width: 0; }
.step .head { display: flex; gap: 0.65rem; align-items: baseline; }
.step h3 { font-size: 1.0625rem; font-weight: 600; line-height: 1.45; min-width: 0; }
.step h3 strong, .step h3 b { font-weight: 700; }
.step h3 strong { color: var(--accent-ink); }
.body > * + * { margin-top: 0.6rem; }
.body:empty { display: none; }
.tick { flex: none; width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--good); align-self: flex-start; position: relative; top: 0.28rem; }
.mark { flex: none; display: inline-grid; place-items: center; min-width: 1.6rem; height: 1.6rem; padding: 0 0.3rem; border-radius: 1rem; background: var(--accent-soft); color: var(--accent-ink); font-size: 0.85rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.mark.small { min-width: 1.3rem; height: 1.3rem; font-size: 0.75rem; }
.ticked > .head h3, .ticked > .head .mark { opacity: 0.5; }
.ticked > .head h3 { text-decoration: line-through; text-decoration-thickness: 1px; }

ol.steps > .step { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.25rem 1.2rem; margin-top: 0.9rem; }
ol.steps > .step > .body { margin-top: 0.65rem; }
ol.steps > .step > .body > p { max-width: 42rem; }
ol.checklist { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; margin-top: 0.9rem; }
ol.checklist > .step { padding: 0.6rem 1.25rem; }
ol.checklist > .step + .step { border-top: 1px solid var(--line); }
ol.checklist .body { padding-left: 1.7rem; color: var(--quiet); font-size: 0.9rem; }
ol.checklist h3 { font-size: 1rem; }

.outcome { color: var(--good); background: var(--good-soft); border-radius: 8px; padding: 0.55rem 0.85rem; font-size: 0.95rem; }
.outcome code { background: none; padding: 0; }
.note { max-width: 42rem; margin-top: 1rem; padding: 0.7rem 1rem; background: var(--warn-soft); border: 1px solid var(--warn-line); border-radius: 8px; font-size: 0.95rem; }

.fields { border: 1px solid var(--line); border-radius: 8px; font-size: 0.95rem; overflow: hidden; }
.field { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: 0.25rem 1rem; padding: 0.45rem 0.85rem; align-items: baseline; }
.fields > * + * { border-top: 1px solid var(--line); }
.field dt { color: var(--quiet); min-width: 0; }
.field dd { min-width: 0; }
.fields dt.group { padding: 0.35rem 0.85rem; background: var(--ground); color: var(--quiet); font-size: 0.8rem; font-weight: 600; }
.type { color: var(--faint); font-size: 0.8rem; white-space: nowrap; }
.hint { display: block; color: var(--quiet); font-size: 0.85rem; margin-top: 0.15rem; }
.quiet { color: var(--quiet); }
.own { color: var(--quiet); font-style: italic; }
.choice { font-weight: 600; }
.value { display: flex; gap: 0.6rem; align-items: baseline; justify-content: space-between; }
.value code { min-width: 0; }

button { font: inherit; font-size: 0.8rem; line-height: 1; cursor: pointer; flex: none; padding: 0.4rem 0.7rem; margin: -0.15rem 0; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: var(--accent-ink); }
button:hover { border-color: var(--accent); }
button.done { color: var(--good); border-color: var(--good); }

figure.text { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
figcaption { display: flex; justify-content: space-between; align-items: center; gap: 0.75rem; padding: 0.4rem 0.5rem 0.4rem 0.85rem; background: var(--ground); color: var(--quiet); font-size: 0.85rem; }
.buttons { display: flex; gap: 0.5rem; }
pre { margin: 0; padding: 0.85rem; overflow-x: auto; max-height: 22rem; line-height: 1.5; }
pre code { background: none; padding: 0; white-space: pre; }
figure.image img { display: block; margin: 1rem; border-radius: 27px; }

details.flow { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; margin-top: 0.6rem; }
summary { display: flex; flex-wrap: wrap; gap: 0.15rem 0.75rem; align-items: baseline; padding: 0.7rem 1.25rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: "+"; margin-left: auto; color: var(--faint); font-size: 1.2rem; line-height: 1; }
details[open] > summary::after { content: "–"; }
.flow-number { color: var(--faint); font-variant-numeric: tabular-nums; min-width: 1.4rem; }
.flow-name { font-weight: 600; }
.flow-file { color: var(--faint); font-size: 0.85rem; }
ol.cards > .step { padding: 0.85rem 1.25rem; border-top: 1px solid var(--line); }
ol.cards .body { margin-top: 0.5rem; }
ol.cards h3 { font-size: 1rem; font-weight: 500; }
.block { border-left: 3px solid var(--accent); padding-left: 0.9rem; margin-top: 0.9rem; }
.block-title { font-weight: 700; color: var(--accent-ink); }
.block ol.cards > .step { padding: 0.75rem 0; border-top: 0; }
.gives { color: var(--quiet); font-size: 0.85rem; margin: 0.4rem 0 0.3rem; }
footer { color: var(--faint); font-size: 0.85rem; padding-top: 3rem; }

@media (min-width: 68rem) {
  .page { grid-template-columns: 16rem minmax(0, 1fr); gap: 3.5rem; padding: 0 2rem 6rem; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 3.25rem 0 2rem; }
}
@media (max-width: 67.99rem) {
  /* One column: the title comes first, then the contents. */
  .page { display: flex; flex-direction: column; }
  main { display: contents; }
  header, main > .summary { order: -2; }
  .contents { order: -1; padding-top: 1rem; }
}
@media (max-width: 36rem) {
  header { padding-top: 1.75rem; }
  .icon { width: 56px; height: 56px; }
  .field { grid-template-columns: minmax(0, 1fr); }
  ol.steps > .step, ol.checklist > .step, ol.cards > .step, summary { padding-left: 0.9rem; padding-right: 0.9rem; }
  .block { padding-left: 0.6rem; }
}
@media print {
  :root { --ground: #fff; }
  body { font-size: 10pt; }
  .contents, button, .tick { display: none; }
  .page { display: block; max-width: none; }
  pre { max-height: none; white-space: pre-wrap; }
  pre code { white-space: pre-wrap; }
  section { padding-top: 1.5rem; }
  .field, .outcome, .head { break-inside: avoid; }
  h2, .head { break-after: avoid; }
}
`;
