import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

/** A bluish indigo; white text on its seventh shade has a contrast above 5. */
const ink: MantineColorsTuple = [
  '#eef1fd',
  '#dce1f8',
  '#b6c0ef',
  '#8d9de6',
  '#6b7fdd',
  '#556cd8',
  '#4961d6',
  '#3a50be',
  '#3247ab',
  '#273c97',
];

/** Greys of the dark scheme, with a slight tint of the same blue. */
const dark: MantineColorsTuple = [
  '#d9dde6',
  '#b8bdc9',
  '#8f95a3',
  '#6b7180',
  '#414654',
  '#31353f',
  '#262a33',
  '#1b1e25',
  '#15171c',
  '#101216',
];

/** Latin fonts come before Chinese ones, which draw quotation marks and apostrophes as wide as a Chinese character. */
const FONTS = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  'Inter',
  'Roboto',
  '"Noto Sans"',
  'Arial',
  '"Liberation Sans"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  'sans-serif',
].join(', ');

/**
 * Replaces the text colour of Mantine's light variant, whose contrast on white is too low for small text (WCAG requires
 * 4.5 : 1).
 */
const readableColours: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const { isThemeColor, color } = parseThemeColor({
    color: input.color ?? input.theme.primaryColor,
    theme: input.theme,
  });
  if (input.variant !== 'light' || !isThemeColor) return colours;
  const dark = `color-mix(in srgb, var(--mantine-color-${color}-9) 65%, black)`;
  return { ...colours, color: `light-dark(${dark}, var(--mantine-color-${color}-2))` };
};

export const theme = createTheme({
  variantColorResolver: readableColours,
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark },
  fontFamily: FONTS,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { sm: '0.8125rem', md: '0.9375rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' } } },
});
