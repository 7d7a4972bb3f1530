import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { downloaded } from '../support/download.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

const table = (page: Page) => page.getByRole('table', { name: 'Users' });

/** Returns the texts of a column of the user table, by its number from 1. */
const column = async (page: Page, place: number) =>
  table(page).locator(`tbody tr td:nth-child(${place})`).allTextContents();

/** Column of money, in the shop's currency. */
const MONEY = 7;
const amounts = async (page: Page) => (await column(page, MONEY)).map((text) => Number(text.replaceAll(/[¥,]/g, '')));

describe('the table of users', () => {
  it('shows the highest spenders first, page by page, with the page in the address', async () => {
    const { page, go } = workbench();
    await go('#/users');
    await page.getByText('150 users').waitFor();
    const first = await amounts(page);
    expect(first).toHaveLength(50);
    expect(first).toEqual([...first].sort((a, b) => b - a));
    await page.getByRole('button', { name: 'Page 3' }).click();
    await page.getByText('101–150 of 150').waitFor();
    const last = await amounts(page);
    expect(Math.max(...last)).toBeLessThanOrEqual(Math.min(...first));
    await page.reload();
    await page.getByText('101–150 of 150').waitFor();
  });

  it('is sorted by another column on a click', async () => {
    const { page } = workbench();
    await table(page).getByRole('button', { name: 'User' }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'User' }).waitFor();
    await expect.poll(async () => (await column(page, 1))[0]).toBe('U100001');
    const names = await column(page, 1);
    expect(names).toEqual([...names].sort());
  });

  it('finds users by a part of their name, and says if there are none', async () => {
    const { page } = workbench();
    await page.getByRole('textbox', { name: 'Search users' }).fill('10001');
    await page.getByText('10 users').waitFor();
    await expect.poll(() => column(page, 1)).toHaveLength(10);
    for (const name of await column(page, 1)) expect(name).toContain('10001');
    await page.getByRole('textbox', { name: 'Search users' }).fill('nobody');
    await page.getByText('No name contains “nobody”.').waitFor();
    await page.getByRole('textbox', { name: 'Search users' }).fill('');
    await page.getByText('150 users').waitFor();
  });

  it('is marked as busy from the first key of a search until its users are there', async () => {
    const { page } = workbench();
    await table(page).evaluate((element) => {
      const record = () => element.setAttribute('data-record', `${element.dataset.record ?? ''}${element.ariaBusy} `);
      new MutationObserver(record).observe(element, { attributeFilter: ['aria-busy'] });
    });
    await page.getByRole('textbox', { name: 'Search users' }).fill('10001');
    await page.getByText('10 users').waitFor();
    await expect.poll(() => table(page).getAttribute('data-record')).toBe('true false ');
    await page.getByRole('textbox', { name: 'Search users' }).fill('');
    await page.getByText('150 users').waitFor();
  });

  it('links to a profile', async () => {
    const { page } = workbench();
    const [name = ''] = await column(page, 1);
    await table(page).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });
});

describe('a profile', () => {
  it('shows measures with quintiles, interests of at least 1×, activity, and similar users', async () => {
    const { page, go } = workbench();
    await go('#/users/U100007');
    await page.getByRole('heading', { level: 2, name: 'Interests' }).waitFor();
    expect(await page.getByRole('img', { name: /^Quintile [1-5] of 5$/ }).count()).toBe(5);
    const lifts = await page
      .locator('section, div')
      .filter({ has: page.getByRole('heading', { level: 3, name: 'Categories' }) })
      .last()
      .getByText(/^[\d.]+×$/)
      .allTextContents();
    const values = lifts.map(Number.parseFloat);
    expect(values.length).toBeGreaterThan(0);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(1);
    await page.getByRole('img', { name: 'Events per hour of the week' }).waitFor();
    await page.getByRole('img', { name: 'Events per month' }).waitFor();
    await page
      .getByText(/^(New|Active|Lapsed) customer|^Customer (at risk|won back)/)
      .first()
      .waitFor();
    const similarUserLinks = page.getByRole('region', { name: 'Similar users' }).getByRole('link');
    expect(await similarUserLinks.count()).toBe(10);
    const similarUser = (await similarUserLinks.first().textContent()) ?? '';
    await similarUserLinks.first().click();
    await page.getByRole('heading', { level: 1, name: similarUser }).waitFor();
  });

  it('says what models of purchases expect, once they have been fitted from the page', async () => {
    const { page, go } = workbench();
    await go('#/users/U100007');
    await page.getByRole('button', { name: 'Compute customer value' }).click();
    const expected = page.getByRole('region', { name: /^Expected in \d+ weeks$/ });
    await expected.getByText('Still buys').waitFor();
    await expected.getByText(/Back-test of the 80% interval/).waitFor();
    await expected.getByText(/^\(\d+% to \d+%\)$/).waitFor();
    await page.getByText(/Still buys with a probability of \d+%/).waitFor();
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'U100008' }).waitFor();
    await page.getByRole('link', { name: 'Previous', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'U100007' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('leads from an interest to the events behind it', async () => {
    const { page } = workbench();
    const interests = page.getByRole('region', { name: 'Interests' });
    const name = (await interests.getByRole('link').first().textContent()) ?? '';
    const count =
      (await interests
        .getByText(/^[\d,]+ events?$/)
        .first()
        .textContent()) ?? '';
    await interests.getByRole('link').first().click();
    await page.getByText(`Category: ${name}`).waitFor();
    await page.getByText(new RegExp(`of ${Number.parseInt(count, 10)} shown$`)).waitFor();
    await page.getByRole('button', { name: `Remove ${name}` }).click();
    await page.getByText(`Category: ${name}`).waitFor({ state: 'detached' });
  });

  it('shows hours of the week in the zone of the shop, with its peak after 20 h', async () => {
    const { page, go } = workbench();
    const perHour = new Array<number>(24).fill(0);
    for (const user of ['U100001', 'U100002', 'U100003', 'U100004', 'U100005', 'U100006', 'U100007', 'U100008']) {
      await go(`#/users/${user}`);
      await page.getByRole('heading', { level: 1, name: user }).waitFor();
      await page.getByRole('heading', { name: 'Activity by hour of the week (Asia/Shanghai)' }).waitFor();
      const cells = page.getByRole('img', { name: 'Events per hour of the week' }).locator('title');
      for (const cell of await cells.allTextContents()) {
        const [, hour, events] = /, (\d+):00 – ([\d,]+) event/.exec(cell) ?? [];
        perHour[Number(hour)]! += Number(events?.replaceAll(',', ''));
      }
    }
    expect(perHour.indexOf(Math.max(...perHour))).toBe(20);
  });

  it('lists behaviours session by session, down to the first', async () => {
    const { page, go } = workbench();
    await go('#/users/U100007');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    const timeline = page.getByRole('region', { name: 'Events by session' });
    await timeline.waitFor();
    const shownText = (await timeline.getByText(/ shown$/).textContent()) ?? '';
    const [shown = 0, total = 0] = shownText.match(/\d+/g)?.map(Number) ?? [];
    expect(await timeline.getByRole('listitem').count()).toBe(shown);
    if (shown < total) {
      await page.getByRole('button', { name: 'Show more' }).click();
      await expect.poll(() => timeline.getByRole('listitem').count()).toBeGreaterThan(shown);
    }
  });

  it('explains what to do if the user does not exist', async () => {
    const { page, go } = workbench();
    await go('#/users/U10000X');
    await page
      .getByRole('alert')
      .getByText(/^The user “.+” does not exist\.$/)
      .waitFor();
  });

  it('says so in 中文 with the names of users and no English', async () => {
    const { page, chooseLanguage } = workbench();
    await chooseLanguage('中文');
    const alert = page.getByRole('alert');
    await alert.getByText('没有用户“U10000X”。').waitFor();
    const text = (await alert.textContent()) ?? '';
    expect(text).toMatch(/您是否要找U\d+(、U\d+)*或U\d+？/);
    expect(text.replaceAll(/U\w+/g, '')).not.toMatch(/[a-z]/i);
    await chooseLanguage('EN');
    await alert.getByText(/ does not exist\.$/).waitFor();
  });
});

describe('the attention heatmap', () => {
  it('is shown for every layer and head, with a caution and its source', async () => {
    const { page, go } = workbench();
    await go('#/users/U100007?tab=why');
    const heads = page.getByRole('group', { name: 'All layers and heads' });
    await heads.waitFor();
    expect(await heads.getByRole('button').count()).toBe(4);
    const source = page.getByRole('link', { name: /Jain and Wallace/ });
    expect(await source.getAttribute('href')).toBe('https://aclanthology.org/N19-1357/');
    await heads.getByRole('button', { name: 'Layer 1, head 2' }).click();
    await page.getByRole('heading', { level: 2, name: 'Layer 1, head 2' }).waitFor();
  });

  it('shows each weight, by pointer and by arrow keys', async () => {
    const { page } = workbench();
    const heatmap = page.getByRole('img', { name: /^Attention heatmap of \d+ positions/ });
    const box = await heatmap.boundingBox();
    if (!box) throw new Error('no heatmap');
    await heatmap.hover({ position: { x: box.width - 20, y: box.height - 20 } });
    const cellText = page.getByText(/^.+ → .+: [\d.]+%$/).first();
    await cellText.waitFor();
    await page.mouse.move(5, 5);
    await heatmap.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await cellText.waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('is saved as a picture, PNG or SVG', async () => {
    const { page, faults } = workbench();
    const save = async (kind: string) => {
      await page.getByRole('button', { name: 'Save image' }).click();
      return downloaded(page, () => page.getByRole('menuitem', { name: kind }).click());
    };
    const png = await save('PNG');
    expect(png.name).toBe('attention-U100007-layer1-head2.png');
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const svg = (await save('SVG')).bytes.toString('utf8');
    const positions = Math.sqrt(svg.match(/<rect x=/g)?.length ?? 0);
    expect(Number.isInteger(positions)).toBe(true);
    expect(svg).toContain('>start<');
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });
});
