import { useEffect } from 'react';
import { notifyError } from '../base/notify.tsx';
import { call, useCall } from '../engine/use-call.ts';

/** Measures all backends at the first start on this computer. */
export function useBackendMeasurement(): void {
  const { data } = useCall('backends.list', {});
  const neverMeasured = data !== undefined && data.measured === null && data.measuring === null;
  useEffect(() => {
    if (neverMeasured) void call('backends.measure', {}).catch(notifyError);
  }, [neverMeasured]);
}
