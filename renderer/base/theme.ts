import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  parseThemeColor,
  rem,
  type VariantColorsResolver,
} from '@mantine/core';

/** Bluish indigo; white text on the seventh shade has a contrast above 5. */
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

/** Greys of the dark scheme with a slight blue tint. */
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

/**
 * Inter is bundled for Latin, Greek and Cyrillic. Chinese uses system fonts, which every Windows, macOS and desktop
 * Linux has: the 6,763 characters of GB 2312 in Noto Sans SC would take several megabytes, and names in the data need
 * more characters. Latin fonts precede Chinese ones, which draw quotation marks and apostrophes as wide as a Chinese
 * character.
 */
const FONTS = [
  '"Inter Variable"',
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  '"Noto Sans"',
  '"Liberation Sans"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans SC"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
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

/** Heights of buttons and inputs on an 8-pixel grid; other sizes keep the component's default. */
function controlHeight(size: string | number = 'sm'): string | undefined {
  if (size === 'sm') return rem(32);
  return size === 'xs' ? rem(28) : undefined;
}

export const theme = createTheme({
  variantColorResolver: readableColours,
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark },
  fontFamily: FONTS,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(15), lg: rem(20), xl: rem(28) },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20) },
      h2: { fontSize: rem(15), lineHeight: '1.5' },
      h3: { fontSize: rem(13), lineHeight: '1.5' },
    },
  },
  components: {
    Button: Button.extend({ vars: (_theme, { size }) => ({ root: { '--button-height': controlHeight(size) } }) }),
    Input: Input.extend({ vars: (_theme, { size }) => ({ wrapper: { '--input-height': controlHeight(size) } }) }),
  },
});
