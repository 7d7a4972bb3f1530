import { describe, expect, it } from 'vitest';
import { briefHtml } from '../../../electron/engine/brief/page/brief-html.ts';
import { html } from '../../../electron/engine/brief/page/markup.ts';
import type { Brief } from '../../../shared/contract/brief.ts';
import type { Group } from '../../../shared/contract/brief-facts.ts';
import { emptyBrief } from '../../support/empty-brief.ts';

const HOSTILE = '<img src=x onerror="alert(1)"> & \'co\'';
const estimate = { value: 2, low: 1.5, high: 3 };

const group: Group = {
  key: 'cluster-0',
  name: {
    code: 'topic',
    topics: [{ kind: 'brand', of: null, name: HOSTILE }],
    mixed: false,
    stance: 'buyers',
    number: 1,
  },
  definition: { cluster: { map: 'map-1', cluster: 0 } },
  rule: `count("${HOSTILE}") >= 1`,
  size: 30,
  share: 0.5,
  events: 90,
  bought: { count: 10, value: 1 / 3, low: 0.2, high: 0.5 },
  money: { total: 100, share: 0.9 },
  recency: { median: 3, everyone: 5 },
  medianEvents: 3,
  evidence: [
    {
      kind: 'brand',
      of: null,
      name: HOSTILE,
      title: null,
      titleEn: null,
      category: null,
      brand: null,
      memberShare: 0.9,
      everyoneShare: 0.45,
      lift: estimate,
      q: 0.001,
    },
    {
      kind: 'item',
      of: null,
      name: HOSTILE,
      title: HOSTILE,
      titleEn: null,
      category: HOSTILE,
      brand: HOSTILE,
      memberShare: 0.5,
      everyoneShare: 0.2,
      lift: estimate,
      q: 0.001,
    },
  ],
  tested: 20,
  why: [{ code: 'money', share: 0.5, moneyShare: 0.9 }],
  next: [{ item: HOSTILE, title: HOSTILE, titleEn: null, category: null, brand: null, share: 0.4, overall: 0.1 }],
};

const file: Brief['data']['files'][number] = {
  name: HOSTILE,
  sha256: 'ab'.repeat(32),
  rows: 2,
  events: 1,
  duplicates: 0,
  rejected: 1,
  reasons: [{ code: HOSTILE, rows: 1 }],
  steps: [{ step: HOSTILE, rows: 1, leavesOut: true }],
};

const brief: Brief = {
  ...emptyBrief,
  brief: 'brief-1',
  created: 0,
  data: { ...emptyBrief.data, files: [file], users: 60 },
  groups: [group, { ...group, key: 'cluster-1', why: [] }],
  map: 'map-1',
};

describe.each(['en', 'zh'] as const)('a saved brief in %s', (language) => {
  const page = briefHtml(brief, language);

  it('has no script, no handler and no reference to anything outside', () => {
    expect(page).not.toMatch(/<script|<iframe|<object|<embed|<form|<a |<link|<img/i);
    expect(page).not.toMatch(/\s(on\w+|src|href|action)\s*=\s*["']/i);
    expect(page).not.toMatch(/url\(|@import|https?:/i);
    expect(page).toContain("default-src 'none'".replaceAll("'", '&#39;'));
  });

  it('shows the names of the data as they are, and none becomes markup', () => {
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;');
    expect(page).not.toContain('<img');
  });

  it('is light or dark as the reader wishes, and can be printed', () => {
    expect(page).toContain('@media(prefers-color-scheme:dark)');
    expect(page).toContain('@media print');
  });

  it('says what stands first, why, and how to compute each group again', () => {
    expect(page).toMatch(
      language === 'en' ? /2 groups of users; 1 is worth acting on first/ : /2 个用户群体，其中 1 个值得优先行动/,
    );
    expect(page).toMatch(language === 'en' ? /50% of users bring 90% of the money/ : /50% 的用户贡献了 90% 的消费额/);
    expect(page.match(/<code>/g)).toHaveLength(2);
  });
});

describe('html', () => {
  it('escapes texts and keeps markup', () => {
    expect(html`<p title="${'"<'}">${html`<b>${'&'}</b>`}${[html`<i>1</i>`, html`<i>2</i>`]}</p>`.text).toBe(
      '<p title="&quot;&lt;"><b>&amp;</b><i>1</i><i>2</i></p>',
    );
  });
});
