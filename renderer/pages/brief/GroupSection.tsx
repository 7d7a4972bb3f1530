import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BriefPage } from '../../../shared/texts/brief/brief-page.ts';
import type { GroupCard } from '../../../shared/texts/brief/group-texts.ts';
import { liftRange } from '../../../shared/texts/brief/lift-range.ts';
import classes from './brief.module.css';

interface GroupSectionProps {
  group: GroupCard;
  headings: BriefPage['headings'];
  /** Buttons of the group. */
  children: ReactNode;
}

/** A group that is worth acting on: its size, the reasons, its distinguishing features, and likely next items. */
export function GroupSection({ group, headings, children }: GroupSectionProps) {
  const { name, size, facts, why, evidence, next } = group;
  return (
    <section className={classes.group} aria-label={name}>
      <div>
        <div className={classes.size}>{size}</div>
        {facts.map((fact) => (
          <Text key={fact} size="sm" c="dimmed">
            {fact}
          </Text>
        ))}
      </div>
      <div>
        <Title order={4}>{name}</Title>
        <List texts={why} />
        {evidence.length > 0 && (
          <>
            <Subheading text={headings.evidence} />
            <ul className={classes.evidence}>
              {evidence.map(({ text, lift }) => (
                <li key={text}>
                  <LiftBar {...liftRange(lift)} />
                  {text}
                </li>
              ))}
            </ul>
          </>
        )}
        {next.length > 0 && (
          <>
            <Subheading text={headings.next} />
            <List texts={next} />
          </>
        )}
      </div>
      <div className={classes.buttons}>{children}</div>
    </section>
  );
}

function Subheading({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed" fw={600} mt="xs">
      {text}
    </Text>
  );
}

function List({ texts }: { texts: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Draws the interval of a lift; hidden from assistive technology, because the text states it. */
function LiftBar({ from, to }: { from: number; to: number }) {
  return (
    <span className={classes.lift} aria-hidden>
      <i style={{ left: `${from}%`, right: `${100 - to}%` }} />
    </span>
  );
}
