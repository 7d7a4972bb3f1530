/**
 * Functions of the desktop host that the page may call. File paths come only from the host's dialogs or from a drop,
 * never from the page.
 */
export interface PortraitHost {
  /** Requests a port to the engine. It arrives by `window.postMessage(PortMessage, …)` with the same nonce. */
  requestPort(nonce: string): void;
  /** Opens a file dialog; resolves to an empty list if the user cancels it. */
  chooseFiles(): Promise<string[]>;
  /** Opens a folder dialog; resolves to null if the user cancels it. */
  chooseFolder(): Promise<string | null>;
  /**
   * Returns the path of a file dropped on the page once the engine may read it. `file` is a DOM `File`, a type that
   * this layer does not have.
   */
  pathOfDroppedFile(file: object): Promise<string>;
  /** Shows an exported file in the system's file manager. */
  showExport(name: string): void;
}

/** The message that carries a MessagePort in its `ports`. */
export interface PortMessage {
  type: 'portrait-port';
  nonce: string;
}
