import type { Brief, BriefLanguage } from '../../../../shared/contract/brief.ts';
import { type BriefPage, briefPage } from '../../../../shared/texts/brief/brief-page.ts';
import { liftRange } from '../../../../shared/texts/brief/lift-range.ts';
import { html, Markup } from './markup.ts';
import { style } from './style.ts';

/** Content policy that forbids scripts and requests, even if the reader's program would allow them. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Returns a brief as a single HTML document without scripts or references to other files. */
export function briefHtml(brief: Brief, language: BriefLanguage): string {
  const page = briefPage(brief, language);
  return `<!doctype html>\n${document(page).text}\n`;
}

const document = (page: BriefPage) => html`<html lang="${page.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${page.title}</title>
<style>${new Markup(style)}</style>
</head>
<body><main>
<div class="mute">${page.kicker}</div>
<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
${page.start === null ? '' : html`<p class="lead"><b>${page.start}</b></p>`}
<div class="figures">${page.figures.map(({ value, label }) => html`<div><b>${value}</b><span class="label">${label}</span></div>`)}</div>
${actSection(page)}
${othersSection(page)}
<h2>${page.headings.trust}</h2>
${page.warnings.map((text) => html`<div class="warning">${text}</div>`)}
${page.notes.map((text) => html`<p class="mute">${text}</p>`)}
<h2>${page.headings.quality}</h2>
${page.quality.map((text) => html`<p>${text}</p>`)}
<h2>${page.headings.recompute}</h2>
<p class="mute">${page.recompute.text}</p>
<table><tr>${page.recompute.columns.map((name) => html`<th>${name}</th>`)}</tr>
${page.recompute.rows.map(({ name, rule }) => html`<tr><td>${name}</td><td><code>${rule}</code></td></tr>`)}</table>
<div class="foot mute">${page.foot}</div>
</main></body>
</html>`;

function actSection({ act, headings, criteria }: BriefPage): Markup {
  if (act.length === 0) return html``;
  return html`<h2>${headings.act}</h2>
${act.map(
  (
    group,
  ) => html`<section class="group"><div><div class="size">${group.size}</div>${group.facts.map((fact) => html`<div class="label">${fact}</div>`)}</div>
<div><h3>${group.name}</h3>
<ul>${group.why.map((text) => html`<li>${text}</li>`)}</ul>
${group.evidence.length === 0 ? '' : html`<h4>${headings.evidence}</h4><ul class="plain">${group.evidence.map(({ text, lift }) => html`<li>${liftBar(lift)}${text}</li>`)}</ul>`}
${group.next.length === 0 ? '' : html`<h4>${headings.next}</h4><ul>${group.next.map((text) => html`<li>${text}</li>`)}</ul>`}
</div></section>`,
)}
<p class="mute"><b>${criteria.title}.</b> ${criteria.text}</p>`;
}

function othersSection({ others, headings, columns }: BriefPage): Markup {
  if (others.length === 0) return html``;
  const last = columns.length - 1;
  const numberClass = (column: number) => (column === 0 || column === last ? '' : 'number');
  return html`<h2>${headings.others}</h2>
<table><tr>${columns.map((name, i) => html`<th class="${numberClass(i)}">${name}</th>`)}</tr>
${others.map(({ name, cells }) => html`<tr><td>${name}</td>${cells.map((cell, i) => html`<td class="${numberClass(i + 1)}">${cell}</td>`)}</tr>`)}</table>`;
}

function liftBar(lift: Parameters<typeof liftRange>[0]): Markup {
  const { from, to } = liftRange(lift);
  return html`<span class="lift"><i style="left:${from}%;right:${100 - to}%"></i></span>`;
}
