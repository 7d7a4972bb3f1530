import type { Input } from '../../../shared/contract/index.ts';
import { baseName } from '../../base/base-name.ts';
import { notifyDone, notifyError } from '../../base/notify.tsx';
import { call } from '../../engine/use-call.ts';
import { host } from '../../host/host.ts';

/** Exports users, then shows or downloads the file; notifies the user of the result. */
export function exportCsv(what: Input<'segment.export'>, title: string): void {
  const run = async () => {
    const { file } = await call('segment.export', what);
    await host.showExport(baseName(file));
    notifyDone(title, baseName(file));
  };
  run().catch(notifyError);
}
