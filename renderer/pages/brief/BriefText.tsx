import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { Brief } from '../../../shared/contract/brief.ts';
import { briefPage } from '../../../shared/texts/brief/brief-page.ts';
import { TableExport } from '../../components/TableExport.tsx';
import classes from './brief.module.css';
import { GroupButtons } from './GroupButtons.tsx';
import { GroupSection } from './GroupSection.tsx';
import { OtherGroups } from './OtherGroups.tsx';
import { Recompute } from './Recompute.tsx';
import { useBriefLanguage } from './use-brief-language.ts';

interface BriefTextProps {
  brief: Brief;
  /** Ids of the existing maps. */
  maps: readonly string[];
}

/** A brief, in the language of the window. */
export function BriefText({ brief, maps }: BriefTextProps) {
  const language = useBriefLanguage();
  const page = useMemo(() => briefPage(brief, language), [brief, language]);
  const { headings } = page;
  const buttonsOf = (key: string, name: string, prominent = false) => {
    const group = brief.groups.find((one) => one.key === key);
    return group && <GroupButtons brief={brief} group={group} name={name} maps={maps} prominent={prominent} />;
  };
  return (
    <Paper withBorder component="article" className={classes.paper}>
      <Text size="sm" c="dimmed">
        {page.kicker}
      </Text>
      <Title order={2} className={classes.headline}>
        {page.title}
      </Title>
      <Text className={classes.lead}>{page.lead}</Text>
      {page.start !== null && (
        <Text className={classes.lead} fw={600}>
          {page.start}
        </Text>
      )}
      <dl className={classes.figures}>
        {page.figures.map(({ value, label }) => (
          <div key={label}>
            <dd>{value}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      {page.act.length > 0 && (
        <section>
          <Title order={3}>{headings.act}</Title>
          {page.act.map((group) => (
            <GroupSection key={group.key} group={group} headings={headings}>
              {buttonsOf(group.key, group.name, true)}
            </GroupSection>
          ))}
          <Text size="sm" c="dimmed">
            <b>{page.criteria.title}.</b> {page.criteria.text}
          </Text>
        </section>
      )}
      {page.others.length > 0 && (
        <section>
          <Group justify="space-between" wrap="nowrap">
            <Title order={3}>{headings.others}</Title>
            <TableExport
              label={headings.others}
              header={page.columns}
              rows={() => page.others.map(({ name, cells }) => [name, ...cells])}
              className={classes.screenOnly}
            />
          </Group>
          <OtherGroups columns={page.columns} groups={page.others} buttonsOf={buttonsOf} />
        </section>
      )}
      <section>
        <Title order={3}>{headings.trust}</Title>
        <Stack gap="xs">
          {page.warnings.map((text) => (
            <div key={text} className={classes.warning}>
              {text}
            </div>
          ))}
          {page.notes.map((text) => (
            <Text key={text} size="sm" c="dimmed">
              {text}
            </Text>
          ))}
        </Stack>
      </section>
      <section>
        <Title order={3}>{headings.quality}</Title>
        {page.quality.map((text) => (
          <Text key={text} size="sm">
            {text}
          </Text>
        ))}
      </section>
      <Recompute heading={headings.recompute} {...page.recompute} />
      <Text size="sm" c="dimmed" className={classes.foot}>
        {page.foot}
      </Text>
    </Paper>
  );
}
