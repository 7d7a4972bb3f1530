import type { PortraitHost } from '../../shared/host.ts';

declare global {
  interface Window {
    readonly portraitHost?: PortraitHost;
  }
}
