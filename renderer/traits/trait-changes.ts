import type { Input } from '../../shared/contract/index.ts';
import { leaveDetail } from '../base/use-route.ts';
import type { Change } from '../engine/undo-stack.ts';
import { call } from '../engine/use-call.ts';

type Functions = Pick<Change, 'undo' | 'redo'>;

/** Returns the undo and redo functions of a trait's deletion. */
export function traitDeletion(name: string): Functions {
  let deleted = 0;
  return {
    redo: async () => {
      deleted = (await call('traits.delete', { name })).deleted;
    },
    undo: () => call('traits.restore', { name, deleted }),
  };
}

/** Saves a trait and returns its undo and redo functions, which restore a trait that was replaced. */
export async function saveTrait(input: Input<'traits.save'>): Promise<Functions> {
  const { name } = input;
  const { replaced } = await call('traits.save', input);
  if (replaced !== null) return exchange(name, replaced);
  const deletion = traitDeletion(name);
  const undo = () => {
    leaveDetail('traits', name);
    return deletion.redo();
  };
  return { undo, redo: deletion.undo };
}

/** Renames a trait and returns its undo and redo functions. */
export async function renameTrait(name: string, to: string): Promise<Functions> {
  const rename = (from: string, other: string) => {
    leaveDetail('traits', from);
    return call('traits.rename', { name: from, to: other });
  };
  await rename(name, to);
  return { undo: () => rename(to, name), redo: () => rename(name, to) };
}

/** Returns functions that swap a stored trait with the current one, and back. */
function exchange(name: string, replaced: number): Functions {
  let other: number | undefined = replaced;
  const swap = async () => {
    if (other === undefined) return;
    other = (await call('traits.restore', { name, deleted: other, replace: true })).replaced ?? undefined;
  };
  return { undo: swap, redo: swap };
}
