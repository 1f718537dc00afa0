import { svg } from 'lit';

/** Line icons on a 24-unit grid, drawn in the colour of the text around them. */
const paths = {
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2" /><path d="M8 11V8a4 4 0 0 1 8 0v3" />`,
  chip: svg`<rect x="7" y="7" width="10" height="10" rx="2" /><path d="M10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4" />`,
  upload: svg`<path d="M12 16V4M7 9l5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  like: svg`<path d="M12 20s-7-4.4-7-9.6A4 4 0 0 1 12 7.8a4 4 0 0 1 7 2.6C19 15.6 12 20 12 20z" />`,
  dislike: svg`<path d="M8 4h9l3 8v2h-7l1 5-2 2-5-7zM4 4v10" />`,
  hide: svg`<path d="M4 4l16 16M9.5 5.4A9.6 9.6 0 0 1 12 5c5 0 8.5 4.5 9.5 7a13 13 0 0 1-2.6 3.7M6 7.5A13 13 0 0 0 2.5 12c1 2.5 4.5 7 9.5 7a9.6 9.6 0 0 0 4-.9M9.9 10a3 3 0 0 0 4.2 4.2" />`,
  star: svg`<path d="M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z" />`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6" />`,
  trash: svg`<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13" />`,
  undo: svg`<path d="M9 7L4 12l5 5M4 12h11a5 5 0 0 1 0 10h-2" />`,
  search: svg`<circle cx="11" cy="11" r="6" /><path d="M20 20l-4.5-4.5" />`,
  person: svg`<circle cx="12" cy="8" r="4" /><path d="M4.5 20a7.5 7.5 0 0 1 15 0" />`,
  edit: svg`<path d="M5 19l1-4L16 5l3 3L9 18zM14 7l3 3" />`,
  pin: svg`<path d="M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6" />`,
  more: svg`<path d="M12 5v14M5 12h14" />`,
  less: svg`<path d="M5 12h14" />`,
  why: svg`<circle cx="12" cy="12" r="9" /><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.5" />`,
  whole: svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />`,
  sliders: svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.5" /><circle cx="8" cy="17" r="2.5" />`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4M12 17v.5" />`,
};

export type IconName = keyof typeof paths;

/** An icon for the eye only: what it says must also be in words. */
export function icon(name: IconName) {
  return svg`<svg class="icon" data-icon=${name} viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`;
}

/** The mark: a palate as a map of tastes. */
export function mark() {
  return svg`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" />
    <circle cx="13" cy="14" r="6.5" />
    <circle cx="20" cy="19" r="6.5" />
  </svg>`;
}
