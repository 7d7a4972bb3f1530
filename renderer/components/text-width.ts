let context: CanvasRenderingContext2D | null = null;

/** Returns the width of a text in pixels; `font` is in CSS syntax. */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width;
}
