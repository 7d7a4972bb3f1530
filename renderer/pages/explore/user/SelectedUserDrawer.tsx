import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOfText, textAt } from '../../../../shared/domain/text-column.ts';
import { useFormat } from '../../../base/format.ts';
import { useCall } from '../../../engine/use-call.ts';
import { indicesOf } from '../members.ts';
import type { ClusterLooks } from '../use-cluster-looks.ts';
import type { SelectedUsers } from '../use-selected-users.ts';
import type { Selection } from '../use-selection.ts';
import { UserDrawer } from './UserDrawer.tsx';

interface SelectedUserDrawerProps {
  user: string;
  map: string | null;
  selection: Selection;
  users: SelectedUsers;
  looks: ClusterLooks;
  onOpen: (user: string) => void;
  onClose: () => void;
}

/**
 * Drawer of a user with previous and next within the selection: in the order of the table if the user is on its page,
 * otherwise in the order of the map's points.
 */
export function SelectedUserDrawer(props: SelectedUserDrawerProps) {
  const { user, map, selection, users, looks, onOpen, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const inTable = users.neighbours(user);
  const onMap = useNeighboursOnMap(user, map, selection);
  const { previous = null, next = null } = inTable ?? onMap ?? {};
  const place = inTable
    ? t('explore.placeOf', { place: format.number(inTable.place + 1), size: format.number(users.size) })
    : null;
  return (
    <UserDrawer
      user={user}
      previous={previous}
      next={next}
      place={place}
      colourOf={(cluster) => looks.get(cluster)?.colour}
      onOpen={(name) => {
        users.reveal(name);
        onOpen(name);
      }}
      onClose={onClose}
    />
  );
}

/**
 * Returns the selected users before and after a user in the order of the map's points; null if the user is not on the
 * map.
 */
function useNeighboursOnMap(user: string, map: string | null, { rule, answer }: Selection) {
  const points = useCall('map.points', { map: map ?? '' }, { enabled: map !== null }).data;
  const members = rule === null ? null : answer?.members;
  return useMemo(() => {
    const at = points ? indexOfText(points.names, user) : -1;
    if (!points || at < 0) return null;
    const count = points.x.length;
    const selected = members ? indicesOf(members, count) : Uint32Array.from({ length: count }, (_, i) => i);
    const previous = selected.findLast((i) => i < at);
    const next = selected.find((i) => i > at);
    return { previous: nameOf(previous), next: nameOf(next) };
    function nameOf(point: number | undefined): string | null {
      return point === undefined || !points ? null : (textAt(points.names, point) ?? null);
    }
  }, [points, members, user]);
}
