/**
 * What the desktop host lends to its page. File paths come from its dialogs or from a drop, never from the page's own
 * words.
 */
export interface PortraitHost {
  /** Asks for a port to the engine: it arrives by `window.postMessage(PortMessage, …)` with the same nonce. */
  requestPort(nonce: string): void;
  /** Opens a file dialog; empty where it was dismissed. */
  chooseFiles(): Promise<string[]>;
  /** Opens a dialog for a folder; null where it was dismissed. */
  chooseFolder(): Promise<string | null>;
  /** The path of a file that was dropped on the page (a DOM `File`, which is not known here), once the engine may read it. */
  pathOfDroppedFile(file: object): Promise<string>;
  /** Shows an exported file in its folder. */
  showExport(name: string): void;
}

/** The message that carries a MessagePort in its `ports`. */
export interface PortMessage {
  type: 'portrait-port';
  nonce: string;
}
