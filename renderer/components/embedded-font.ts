/// <reference types="vite/client" />
import address from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/**
 * Returns a style sheet with the window's typeface in it. A picture that is drawn from an SVG file needs it, because it
 * does not see the fonts of the page; other alphabets than the Latin one are drawn in fonts of the system, as on the page.
 */
export async function embeddedFont(): Promise<string> {
  const file = await (await fetch(address)).blob();
  const reader = new FileReader();
  reader.readAsDataURL(file);
  await new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = () => reject(reader.error ?? new Error('the font cannot be read'));
  });
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${String(reader.result)}) format("woff2")}`;
}
