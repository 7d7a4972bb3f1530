import { useState } from 'react';

/** State of a dialog whose code is loaded when it is first opened. */
interface Dialog {
  opened: boolean;
  /** Whether the dialog has been opened before; it is rendered from then on. */
  used: boolean;
  open(): void;
  close(): void;
}

export function useDialog(): Dialog {
  const [{ opened, used }, setState] = useState({ opened: false, used: false });
  return {
    opened,
    used,
    open: () => setState({ opened: true, used: true }),
    close: () => setState({ opened: false, used: true }),
  };
}
