import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { inHome } from '../support/browser.ts';
import { downloaded } from '../support/download.ts';
import { readCsv } from '../support/read-csv.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

/** Saves what a menu exports in a format, and returns the file. */
async function exported(label: string, format: 'Image (PNG)' | 'Vector image (SVG)' | 'Table (CSV)') {
  const { page } = workbench();
  await page
    .getByRole('button', { name: `Export: ${label}`, exact: true })
    .first()
    .click();
  return downloaded(page, () => page.getByRole('menuitem', { name: format }).click());
}

async function exportedRows(label: string): Promise<string[][]> {
  const { name, bytes } = await exported(label, 'Table (CSV)');
  expect(name).toBe(`${label}.csv`);
  return readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
}

/** Answers a question about the workspace from its database. */
function ask(sql: string): unknown[][] {
  const db = new Database(join(inHome(workbench().home, 'shop'), 'workspace.db'), { readonly: true });
  try {
    return db.prepare<[], unknown[]>(sql).raw().all();
  } finally {
    db.close();
  }
}

describe('the table of users', () => {
  it('is exported completely, in its order and with the figures of the workspace', async () => {
    const { page, go } = workbench();
    await go('#/users?order=events&descending=true');
    const table = page.getByRole('table', { name: 'Users' });
    await table.getByRole('link').first().waitFor();
    const [header = [], ...rows] = await exportedRows('Users');
    expect(header).toEqual(await table.locator('th').allTextContents());
    const events = ask('SELECT u.name, count(*) FROM users u JOIN events e ON e.user = u.id GROUP BY u.id');
    const counts = new Map(events.map(([user, count]) => [user, String(count)]));
    expect(rows).toHaveLength(150);
    for (const row of rows) expect(row[header.indexOf('Events')]).toBe(counts.get(row[0]) ?? '0');
    const order = rows.map((row) => Number(row[header.indexOf('Events')]));
    expect(order).toEqual(order.toSorted((a, b) => b - a));
  });

  it('is exported as it is searched', async () => {
    const { page } = workbench();
    await page.getByRole('textbox', { name: 'Search users' }).fill('U10000');
    await page.getByText('9 users').waitFor();
    const [, ...rows] = await exportedRows('Users');
    expect(rows.map(([user]) => user).sort()).toEqual(Array.from({ length: 9 }, (_, at) => `U10000${at + 1}`));
  });
});

describe('the tables of a segment', () => {
  it('are exported with all members, and with the features that are shown', async () => {
    const { page, go } = workbench();
    await go('#/segments/Keen%20lookers');
    const members = page.getByRole('table', { name: 'Segment members' });
    await members.getByRole('link').first().waitFor();
    const [[size]] = ask("SELECT size FROM segments WHERE name = 'Keen lookers'") as [[number]];
    expect(await exportedRows('Segment members')).toHaveLength(size + 1);
    const features = page.getByRole('table', { name: 'Distinguishing features' });
    const [header = [], ...rows] = await exportedRows('Distinguishing features');
    expect(header).toEqual(await features.locator('th').allTextContents());
    const shown = await features.locator('tbody tr td:first-child').allTextContents();
    expect(rows.slice(0, shown.length).map(([feature]) => feature)).toEqual(shown);
  });
});

describe('the chart of events per day', () => {
  it('is exported as its figures, as a picture and as a drawing with its legend', async () => {
    const { page, go } = workbench();
    await go('#/data');
    await page.getByRole('slider', { name: 'Events per day' }).waitFor();
    const [header = [], ...rows] = await exportedRows('Events per day');
    const totals = new Map(
      ask('SELECT a.name, count(*) FROM events e JOIN actions a ON a.id = e.action GROUP BY a.id') as [
        string,
        number,
      ][],
    );
    for (const [at, action] of header.slice(1).entries())
      expect(rows.reduce((sum, row) => sum + Number(row[at + 1]), 0)).toBe(totals.get(action));
    const png = await exported('Events per day', 'Image (PNG)');
    expect(png.name).toBe('Events per day.png');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const svg = (await exported('Events per day', 'Vector image (SVG)')).bytes.toString('utf8');
    for (const action of header.slice(1)) expect(svg).toContain(`>${action}</text>`);
  });
});

describe('the map', () => {
  it('is exported as its points with cluster, selection and segments, and as a picture with a legend', async () => {
    const { page, go } = workbench();
    await go('#/explore?where=gender+%3D+F');
    const highlighted = page.getByRole('img', { name: /\d+ are highlighted/ });
    const [, women] = /(\d+) are/.exec((await highlighted.getAttribute('aria-label')) ?? '') ?? [];
    const [header = [], ...rows] = await exportedRows('Map');
    expect(header).toEqual(['User', 'x', 'y', 'Cluster', 'Selected', 'Segments']);
    expect(rows).toHaveLength(150);
    expect(rows.filter((row) => row[4] === '1')).toHaveLength(Number(women));
    const [[size]] = ask("SELECT size FROM segments WHERE name = 'Keen lookers'") as [[number]];
    expect(rows.filter((row) => row[5] === 'Keen lookers')).toHaveLength(size);
    for (const [, x, y] of rows)
      expect([x, y].every((value) => value !== '' && Number.isFinite(Number(value)))).toBe(true);
    const svg = (await exported('Map', 'Vector image (SVG)')).bytes.toString('utf8');
    for (const name of new Set(rows.map((row) => row[3]))) expect(svg).toContain(`>${name}</text>`);
    expect(svg).toMatch(/<path d="M[\d. -]+h0M/);
    const png = await exported('Map', 'Image (PNG)');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  });
});

describe('a chart of ECharts', () => {
  it('is exported in each format', async () => {
    const { page, go, faults } = workbench();
    await go('#/users/U100001');
    const label = 'Events per month';
    await page.getByRole('img', { name: label }).waitFor();
    const [header = [], ...rows] = await exportedRows(label);
    expect(header).toEqual([label, 'Events']);
    const [[events]] = ask("SELECT count(*) FROM events e JOIN users u ON u.id = e.user WHERE u.name = 'U100001'") as [
      [number],
    ];
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(events);
    expect((await exported(label, 'Image (PNG)')).bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const svg = (await exported(label, 'Vector image (SVG)')).bytes.toString('utf8');
    expect(svg).toMatch(/^<svg [\s\S]*<path [\s\S]*<\/svg>$/);
    await page.getByRole('button', { name: `Export: ${label}` }).click();
    expect(await barriers(page)).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });
});
