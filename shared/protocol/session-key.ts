/** Header in which a page sends the key of its session with uploads and downloads. */
export const KEY_HEADER = 'x-portrait-key';

/** WebSocket subprotocol of the wire. A page offers it together with the key of its session. */
export const SUBPROTOCOL = 'portrait';
