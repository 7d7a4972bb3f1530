import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Format } from '../../../base/format.ts';
import { measureColumns } from '../../../components/measure-columns.ts';
import type { TableColumn } from '../../../components/TableView.tsx';
import { Swatch } from '../../../map/MapLegend.tsx';
import { traitColumns } from '../../../traits/trait-columns.ts';
import type { ClusterLooks } from '../use-cluster-looks.ts';
import type { SelectedUsers } from '../use-selected-users.ts';
import { attributeKey } from './column-keys.ts';

interface Columns {
  clusters: ClusterLooks;
  /** Names of the attributes of the workspace. */
  attributes: readonly string[];
  traits: SelectedUsers['traits'];
  rows: Rows;
}

type Rows = NonNullable<SelectedUsers['members']>;

/** Maximum number of attribute values in the column of all attributes. */
const MAX_ATTRIBUTES = 4;

/** Returns all columns that the table of users can have, next to the names; a row is an index of the rows. */
export function userColumns(t: TFunction, format: Format, columns: Columns): TableColumn<number>[] {
  const { clusters, attributes, traits, rows } = columns;
  return [
    ...(clusters.size > 0 ? [clusterColumn(t, clusters, rows)] : []),
    ...measureColumns(t, format, rows),
    ...traitColumns(t, format, traits, rows.traits),
    ...(attributes.length > 0 ? [attributesColumn(t, rows)] : []),
    ...attributes.map((name) => attributeColumn(t, name, rows)),
  ];
}

/** Column of one attribute. */
function attributeColumn(t: TFunction, name: string, { attributes }: Rows): TableColumn<number> {
  return {
    key: attributeKey(name),
    header: name,
    cell: (row) => attributes[row]?.get(name) ?? t('terms.none'),
    exported: (row) => attributes[row]?.get(name) ?? null,
    sortable: true,
  };
}

/** Column of the first attributes together. */
function attributesColumn(t: TFunction, { attributes }: Rows): TableColumn<number> {
  return {
    key: 'attributes',
    header: t('map.groups.attributes'),
    cell: (row) => (
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {[...(attributes[row]?.values() ?? [])].slice(0, MAX_ATTRIBUTES).join(' · ')}
      </Text>
    ),
    exported: (row) => Array.from(attributes[row] ?? [], ([name, value]) => `${name}: ${value}`).join('; '),
    sortable: false,
  };
}

function clusterColumn(t: TFunction, clusters: ClusterLooks, rows: Rows): TableColumn<number> {
  const clusterOf = (row: number) => clusters.get(rows.cluster[row] ?? -1);
  return {
    key: 'cluster',
    header: t('terms.cluster'),
    cell: (row) => {
      const cluster = clusterOf(row);
      return cluster ? <ClusterCell {...cluster} /> : t('terms.none');
    },
    exported: (row) => clusterOf(row)?.name ?? t('terms.none'),
    sortable: true,
  };
}

function ClusterCell({ name, colour }: { name: string; colour: string | undefined }) {
  return (
    <Group gap={6} wrap="nowrap" maw="min(22vw, 340px)">
      {colour !== undefined && <Swatch colour={colour} />}
      <Text size="sm" truncate title={name}>
        {name}
      </Text>
    </Group>
  );
}
