import type { Draft, GroupDraft } from './draft.ts';

/** Returns the tree with the node of an id replaced, or removed if `part` is null. */
export function replaceIn(group: GroupDraft, id: number, part: Draft | null): GroupDraft {
  if (group.id === id) return part?.kind === 'group' ? part : group;
  return {
    ...group,
    children: group.children.flatMap((child): Draft[] => {
      if (child.id === id) return part ? [part] : [];
      return [child.kind === 'group' ? replaceIn(child, id, part) : child];
    }),
  };
}

/** Returns the tree with a node appended to the group of an id. */
export function addTo(group: GroupDraft, id: number, part: Draft): GroupDraft {
  if (group.id === id) return { ...group, children: [...group.children, part] };
  return {
    ...group,
    children: group.children.map((child) => (child.kind === 'group' ? addTo(child, id, part) : child)),
  };
}
