let context: CanvasRenderingContext2D | null = null;

/** Width of a text in pixels; `font` as in CSS. */
export function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width;
}
