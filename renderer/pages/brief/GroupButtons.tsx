import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/brief.ts';
import type { Group } from '../../../shared/contract/brief-facts.ts';
import { hashOf } from '../../base/route.ts';
import { ExportGroup } from './ExportGroup.tsx';

interface GroupButtonsProps {
  brief: Brief;
  group: Group;
  /** Name of the group in the language of the window. */
  name: string;
  /** Ids of the maps that there are. */
  maps: readonly string[];
  /** Whether the export stands out, as the first thing to do. */
  prominent: boolean;
}

/** Exports a group with a hold-out, or shows its members on the map; a group by rule is shown as a segment to be. */
export function GroupButtons({ brief, group, name, maps, prominent }: GroupButtonsProps) {
  const { t } = useTranslation();
  const [exporting, { open, close }] = useDisclosure(false);
  const { map } = brief;
  const isMapGone = map !== null && !maps.includes(map);
  const shown =
    map === null
      ? { href: hashOf('segments', null, { new: 'rule', rule: group.rule }), label: t('brief.members') }
      : { href: hashOf('explore', map, { where: group.rule }), label: t('brief.map') };
  return (
    <>
      <Tooltip label={t('brief.mapGone')} disabled={!isMapGone} multiline maw={260}>
        <Button size="xs" variant={prominent ? 'filled' : 'default'} disabled={isMapGone} onClick={open}>
          {t('brief.export')}
        </Button>
      </Tooltip>
      <Button size="xs" variant="default" component="a" href={shown.href} disabled={isMapGone}>
        {shown.label}
      </Button>
      {exporting && <ExportGroup brief={brief.brief} group={group.key} name={name} onClose={close} />}
    </>
  );
}
