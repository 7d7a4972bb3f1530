import type { Locator } from 'playwright-core';

/** Enough to go round the longest page once. */
const MOST_PRESSES = 250;

/** Moves the focus to an element by Tab alone. Throws if Tab does not reach it. */
export async function tabTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Reaches an element by Tab and presses a key there. */
export async function pressAt(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

/** Reaches a field by Tab and replaces what it contains. */
export async function typeAt(target: Locator, text: string): Promise<void> {
  await pressAt(target, 'ControlOrMeta+a');
  await target.page().keyboard.type(text);
}
