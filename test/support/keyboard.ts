import type { Locator } from 'playwright-core';

/** Enough to go through the longest page once. */
const MOST_PRESSES = 250;

/** Moves the focus to an element by Tab, or backwards by Shift and Tab. Throws if they do not reach it. */
export async function tabTo(target: Locator): Promise<void> {
  const { keyboard } = target.page();
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const key = await target.evaluate((element) => {
      const { activeElement } = document;
      if (activeElement === element) return null;
      const isBefore = activeElement?.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_PRECEDING;
      return isBefore ? 'Shift+Tab' : 'Tab';
    });
    if (key === null) return;
    await keyboard.press(key);
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
