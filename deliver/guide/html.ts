/** Prints the guide as one page that needs nothing else: no network, no file beside it. */

import { escaped } from './escape';
import { iconSvg } from './icon';
import {
  type Drag,
  type Entry,
  type FlowPage,
  type Guide,
  plain,
  type Section,
  type Step,
  type Word,
  type Words,
} from './model';
import { pageScript } from './script';
import { pageStyle } from './style';

/** `guide.html`; the same guide gives the same bytes. */
export function guidePage(guide: Guide): string {
  const all = [
    ...guide.sections.map(({ id, title }) => ({ id, title })),
    { id: 'build', title: BUILD_TITLE },
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:">
<meta name="color-scheme" content="light dark">
<title>${escaped(guide.title)}</title>
<link rel="icon" href="${escaped(dataUrl(iconSvg))}">
<style>${pageStyle}</style>
</head>
<body>
<div class="page">
<nav class="contents" aria-label="Contents">
<p class="contents-title">Contents</p>
<ol>
${all.map(({ id, title }) => `<li><a href="#${escaped(id)}">${escaped(title)}</a></li>`).join('\n')}
</ol>
<p class="progress" aria-live="polite"></p>
</nav>
<main>
<header>
<img class="icon" src="${escaped(dataUrl(iconSvg))}" alt="" width="72" height="72">
<div>
<h1>${escaped(guide.title)}</h1>
<p class="version">Version ${escaped(guide.version)}</p>
</div>
</header>
${guide.summary.map((text) => `<p class="summary">${words(text)}</p>`).join('\n')}
${guide.sections.map((section, index) => sectionHtml(section, index + 1)).join('\n')}
${buildHtml(guide.pages, all.length)}
<footer>Made from the sources of version ${escaped(guide.version)}. This page sends nothing anywhere; ticks stay in this browser.</footer>
</main>
</div>
<script>${pageScript}</script>
</body>
</html>
`;
}

const BUILD_TITLE = 'Build the connector’s flows by hand';

function sectionHtml(section: Section, number: number): string {
  const list = section.steps.map((step, index) =>
    stepHtml(step, section.route, section.layout === 'steps' ? String(index + 1) : null),
  );
  return `<section id="${escaped(section.id)}">
${headHtml(section.title, number, section.place)}
${section.intro.map((text) => `<p>${words(text)}</p>`).join('\n')}
<ol class="${section.layout}">
${list.join('\n')}
</ol>
${section.notes.map((text) => `<aside class="note"><b>Not documented.</b> ${words(text)}</aside>`).join('\n')}
</section>`;
}

function headHtml(title: string, number: number, place: string | null): string {
  const chip = place === null ? '' : `<p class="place">${escaped(place)}</p>\n`;
  return `${chip}<h2><span class="number">${number}</span>${escaped(title)}</h2>`;
}

function buildHtml(pages: readonly FlowPage[], number: number): string {
  return `<section id="build">
${headHtml(BUILD_TITLE, number, 'Connector Builder')}
<p>Only where Connector Builder offers no import. In this order: what is called comes before what calls it. Every card has a number; <em>drag</em> names the card to drag from by it.</p>
${pages.map(pageHtml).join('\n')}
</section>`;
}

function pageHtml({ id, number, name, file, steps }: FlowPage): string {
  return `<details class="flow" id="${escaped(id)}">
<summary><span class="flow-number">${number}</span><span class="flow-name">${escaped(name)}</span><span class="flow-file">${escaped(file)}</span></summary>
<ol class="cards">
${steps.map((step) => stepHtml(step, 'build', null)).join('\n')}
</ol>
</details>`;
}

/** A step; its attributes say the same to a machine. */
function stepHtml(step: Step, route: string, number: string | null): string {
  const { id, kind, value } = step;
  const attributes = [
    `data-step="${escaped(id)}"`,
    `data-kind="${escaped(kind)}"`,
    `data-route="${escaped(route)}"`,
    `data-value="${escaped(JSON.stringify(value))}"`,
  ];
  const card = kind === 'build.card';
  const mark = card ? String(step.value.number) : number;
  return `<li class="step ${card ? 'card' : 'task'}" ${card ? '' : `id="${escaped(id)}" `}${attributes.join(' ')}>
<div class="head">${card ? '' : tick(step)}${mark === null ? '' : `<span class="mark">${escaped(mark)}</span>`}<h3>${words(step.title)}</h3></div>
<div class="body">
${step.body.map((text) => `<p>${words(text)}</p>`).join('\n')}
${entriesHtml(step.entries)}
${textHtml(step)}
${step.blocks.map((block) => blockHtml(block, route)).join('\n')}
${step.outcome === null ? '' : `<p class="outcome">${words(step.outcome)}</p>`}
</div>
</li>`.replaceAll(/\n(?=\n)/g, '');
}

function tick({ id, title }: Step): string {
  return `<input type="checkbox" class="tick" data-tick="${escaped(id)}" aria-label="Done: ${escaped(plain(title))}">`;
}

function blockHtml({ title, steps, gives }: Step['blocks'][number], route: string): string {
  return `<div class="block">
<p class="block-title">${escaped(title)}</p>
<ol class="cards">
${steps.map((step) => stepHtml(step, route, null)).join('\n')}
</ol>
${gives.length === 0 ? '' : `<p class="gives">Outputs of this block</p>\n${entriesHtml(gives)}`}
</div>`;
}

function textHtml({ text }: Step): string {
  if (text === null) return '';
  const image = text.language === 'svg';
  const shown = image
    ? `<img src="${escaped(dataUrl(text.value))}" alt="The icon" width="122" height="122">`
    : `<pre tabindex="0"><code>${escaped(text.value)}</code></pre>`;
  const png = image ? `<button type="button" class="png">Save as PNG</button>` : '';
  return `<figure class="text${image ? ' image' : ''}"><figcaption>${escaped(text.label)}<span class="buttons">${png}${copyButton(text.value, text.label)}</span></figcaption>${shown}</figure>`;
}

/** Fields in rows, under their headings. */
function entriesHtml(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  let heading: string | null = null;
  const rows = entries.map((each) => {
    const head =
      each.group !== null && each.group !== heading ? `<dt class="group">${escaped(each.group)}</dt>\n` : '';
    heading = each.group;
    return `${head}${entryHtml(each)}`;
  });
  return `<dl class="fields">\n${rows.join('\n')}\n</dl>`;
}

function entryHtml({ label, type, added, what, hint }: Entry): string {
  const kind = type === null ? '' : ` <span class="type">${escaped(type)}${added ? ' · new' : ''}</span>`;
  const more = hint === '' ? '' : `<span class="hint">${escaped(hint)}</span>`;
  return `<div class="field"><dt>${escaped(label)}${kind}</dt><dd class="do-${what.do}">${whatHtml(what, label)}${more}</dd></div>`;
}

function whatHtml(what: Entry['what'], label: string): string {
  switch (what.do) {
    case 'type':
      return `<span class="value"><code>${escaped(what.value)}</code>${copyButton(what.value, label)}</span>`;
    case 'choose':
      return `<span class="choice">${escaped(what.value)}</span>`;
    case 'drag':
      return dragHtml(what.from);
    case 'leave':
      return `<span class="quiet">leave empty</span>`;
    case 'own':
      return `<span class="own">${escaped(what.what)}</span>`;
  }
}

function dragHtml({ card, title, output, path }: Drag): string {
  const parts = [output, ...path].map((part) => `<b>${escaped(part)}</b>`).join(' › ');
  return `<span class="drag-from">drag ${parts}</span> <span class="quiet">from <span class="mark small">${card}</span> ${escaped(title)}</span>`;
}

function copyButton(value: string, label: string): string {
  return `<button type="button" class="copy" data-copy="${escaped(value)}" aria-label="Copy ${escaped(label)}">Copy</button>`;
}

function words(text: Words): string {
  return text.map(word).join('');
}

function word(each: Word): string {
  if (typeof each === 'string') return escaped(each);
  if ('ui' in each) return `<b class="ui">${escaped(each.ui)}</b>`;
  if ('code' in each) return `<code>${escaped(each.code)}</code>`;
  if ('strong' in each) return `<strong>${escaped(each.strong)}</strong>`;
  return `<a href="${escaped(each.to)}">${escaped(each.link)}</a>`;
}

function dataUrl(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
