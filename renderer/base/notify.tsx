import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { messageOf } from './message-of.ts';

/** Shows a notification about a failed action that has no place of its own on the page. */
export function notifyError(error: unknown): void {
  const { message, hint } = messageOf(error, i18next.t);
  showFailure(message, hint);
}

/** Shows a notification about the failure of an action that was started earlier. */
export function notifyFailed(title: string, error: unknown): void {
  const { message, hint } = messageOf(error, i18next.t);
  showFailure(title, `${message} ${hint}`);
}

function showFailure(title: string, message: string): void {
  notifications.show({
    color: 'red',
    title,
    message,
    autoClose: 10_000,
    role: 'alert',
    ...closeButton(),
  });
}

export function notifyDone(title: string, message: string): void {
  notifications.show({ color: 'teal', title, message, role: 'status', ...closeButton() });
}

/** Shows a notification about a new object, with a link to it. */
export function notifyCreated(title: string, message: string, link: { label: string; href: string }): void {
  const id = notifications.show({
    color: 'teal',
    title,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span style={{ overflowWrap: 'anywhere' }}>{message}</span>
        <Button
          component="a"
          size="compact-sm"
          variant="light"
          flex="none"
          href={link.href}
          onClick={() => notifications.hide(id)}
        >
          {link.label}
        </Button>
      </Group>
    ),
    autoClose: 12_000,
    role: 'status',
    ...closeButton(),
  });
}

/** Shows a notification about a deletion, with an undo button. Returns a function that hides it. */
export function notifyDeleted(title: string, message: string, undo: () => Promise<unknown>): () => void {
  const id = notifications.show({
    color: 'teal',
    title,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span style={{ overflowWrap: 'anywhere' }}>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo().catch(notifyError);
          }}
        >
          {i18next.t('terms.undo')}
        </Button>
      </Group>
    ),
    autoClose: 20_000,
    role: 'status',
    ...closeButton(),
  });
  return () => notifications.hide(id);
}

const closeButton = () => ({ closeButtonProps: { 'aria-label': i18next.t('terms.close') } });
