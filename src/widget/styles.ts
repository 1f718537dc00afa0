/** How the element looks. Everything that a page may want otherwise is a custom property or a part. */
export const styles = `
:host {
  display: block;
  --_ink: var(--palate-ink, light-dark(#221d27, #efeaf3));
  --_soft: var(--palate-ink-soft, light-dark(#665f6d, #aaa2b3));
  --_surface: var(--palate-surface, light-dark(#ffffff, #1f1b25));
  --_rule: var(--palate-rule, light-dark(#e5ded8, #352f3d));
  --_accent: var(--palate-accent, light-dark(#7d2a5b, #e79cc6));
  --_radius: var(--palate-radius, 12px);
  --_gap: var(--palate-gap, 14px);
  --_width: var(--palate-item-width, 148px);
  color: var(--_ink);
  font: var(--palate-font, inherit);
  line-height: 1.35;
}

:host([hidden]),
[hidden],
slot[name='item'] {
  display: none !important;
}

*,
::before {
  box-sizing: border-box;
}

[part='group'] {
  position: relative;
}

[part='heading'] {
  margin: 0 0 12px;
  font-size: 1.15em;
  font-weight: 650;
  letter-spacing: -0.01em;
}

[part='list'] {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(var(--_width), 100%), 1fr));
  gap: var(--_gap);
  margin: 0;
  padding: 0;
  list-style: none;
}

[part='item'] {
  display: flex;
  min-width: 0;
}

[part='card'] {
  display: block;
  flex: 1;
  min-width: 0;
  margin: 0;
  padding: 8px 8px 12px;
  border: 1px solid var(--_rule);
  border-radius: var(--_radius);
  background: var(--_surface);
  color: inherit;
  font: inherit;
  text-align: start;
  text-decoration: none;
}

button[part='card'],
a[part='card'] {
  cursor: pointer;
  transition:
    border-color 0.15s,
    translate 0.15s;
}

button[part='card']:hover,
a[part='card']:hover {
  border-color: var(--_accent);
  translate: 0 -2px;
}

:focus-visible {
  outline: 2px solid var(--_accent);
  outline-offset: 2px;
}

[part='tile'] {
  display: grid;
  place-items: center;
  height: var(--palate-tile-height, 84px);
  border-radius: calc(var(--_radius) - 5px);
  background: light-dark(
    oklch(0.9 0.05 var(--palate-hue, 340)),
    oklch(0.36 0.06 var(--palate-hue, 340))
  );
  color: light-dark(oklch(0.42 0.1 var(--palate-hue, 340)), oklch(0.86 0.06 var(--palate-hue, 340)));
  font-size: 1.9em;
  font-weight: 680;
  line-height: 1;
}

[part='title'],
[part='details'] {
  display: -webkit-box;
  margin: 10px 4px 0;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  height: 2lh;
  font-size: 0.95em;
  font-weight: 600;
  overflow-wrap: anywhere;
}

[part='details'] {
  display: block;
  height: 1lh;
  margin-top: 4px;
  color: var(--_soft);
  font-size: 0.83em;
  font-weight: 400;
  text-overflow: ellipsis;
  white-space: nowrap;
}

[aria-busy='true'] [data-item=''] [data-field] {
  border-radius: 6px;
  background: var(--_rule);
  color: transparent;
  animation: palate-wait 1.4s ease-in-out infinite alternate;
}

[aria-busy='true'] [data-item=''] [part='title'],
[aria-busy='true'] [data-item=''] [part='details'] {
  background-clip: content-box;
  padding-block-end: 4px;
}

@keyframes palate-wait {
  to {
    opacity: 0.45;
  }
}

[part='note'] {
  margin: 0;
  color: var(--_soft);
}

[role='status'] {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

@media (prefers-reduced-motion: reduce) {
  * {
    animation: none !important;
    transition: none !important;
  }
}
`;
