import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import classes from './customers.module.css';

interface UsersLinkProps {
  rule: Rule;
  /** What the users have in common. */
  what: string;
  /** Number of users. */
  count: number;
  /** The figure, by default their number. */
  children?: ReactNode;
}

/** A figure that leads to the users that it counts, in Explore; plain text if there are none. */
export function UsersLink({ rule, what, count, children }: UsersLinkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = children ?? format.number(count);
  if (count === 0) return figure;
  return (
    <Anchor
      href={hashOf('explore', null, { where: printRule(rule) })}
      title={t('customers.usersOf', { what })}
      className={classes.figure}
      inherit
    >
      {figure}
    </Anchor>
  );
}
