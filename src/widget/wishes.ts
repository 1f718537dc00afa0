import type { PageMessage, Surroundings } from './protocol';

/** Custom properties of the element, which a page sets and the frame takes on. */
export const themed = [
  ...['ink', 'ink-soft', 'surface', 'rule', 'accent'],
  ...['radius', 'gap', 'font', 'item-width', 'tile-height'],
].map((name) => `--palate-${name}`);

/** What a script's attributes, and the style of its place, ask of the frame. */
export function wishesOf(script: HTMLScriptElement): Extract<PageMessage, { type: 'show' }> {
  const { bundle = '', theme, ...rest } = script.dataset;
  const attributes: Record<string, string> = {
    lang: script.closest('[lang]')?.getAttribute('lang') ?? navigator.language,
    src: new URL(bundle, script.src).href,
  };
  for (const [key, value = ''] of Object.entries(rest)) attributes[toAttribute(key)] = value;
  const style = getComputedStyle(script.parentElement ?? script);
  return { type: 'show', attributes, surroundings: surroundingsOf(style, theme) };
}

/** `similarTo`, as data attributes are called in scripts, is `similar-to`. */
function toAttribute(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function surroundingsOf(style: CSSStyleDeclaration, theme: string | undefined): Surroundings {
  const properties = themed
    .map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '');
  return {
    scheme: theme ?? (style.colorScheme === 'normal' ? 'light' : style.colorScheme),
    direction: style.direction,
    properties: Object.fromEntries(properties),
  };
}
