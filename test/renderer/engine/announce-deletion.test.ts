import { cleanNotifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, expect, it } from 'vitest';
import { announceDeletion } from '../../../renderer/engine/announce-deletion.ts';
import { clearChanges, undoChange } from '../../../renderer/engine/undo-stack.ts';

beforeEach(() => {
  clearChanges();
  cleanNotifications();
});

const shown = () => notificationsStore.getState().notifications.map(({ title }) => title);
const announce = (name: string) =>
  announceDeletion(`${name} deleted`, name, { undo: async () => {}, redo: async () => {} });

it('a notification of a deletion is shown while the deletion can be undone', async () => {
  announce('a');
  announce('b');
  expect(shown()).toEqual(['a deleted', 'b deleted']);
  await undoChange();
  expect(shown()).toEqual(['a deleted']);
  // The changes are cleared when another workspace is opened.
  clearChanges();
  expect(shown()).toEqual([]);
});
