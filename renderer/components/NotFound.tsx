import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf, type Page as PageName } from '../base/route.ts';
import { EmptyState } from './EmptyState.tsx';
import { Page } from './Page.tsx';

interface NotFoundProps {
  /** Name in the address that does not exist in the workspace; if omitted, the page itself does not exist. */
  name?: string;
  /** The page that the button opens. */
  to: PageName;
  /** Label of the button. */
  label: string;
}

/** Page for an address that does not exist. */
export function NotFound({ name, to, label }: NotFoundProps) {
  const { t } = useTranslation();
  const [title, text] =
    name === undefined
      ? [t('terms.notFound.page'), t('terms.notFound.pageHint')]
      : [t('terms.notFound.entry', { name }), t('terms.notFound.entryHint')];
  return (
    <Page title={t('terms.notFound.title')}>
      <EmptyState icon={IconMapPinOff} title={title} text={text}>
        <Button component="a" href={hashOf(to)}>
          {label}
        </Button>
      </EmptyState>
    </Page>
  );
}
