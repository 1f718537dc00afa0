/** What Tab can reach. */
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';

/** Beyond these there is nothing that belongs together. */
const bounds = 'main, main > *, palate-app, body';

/** Where something stands: as which child of which element. */
interface Place {
  readonly parent: Element;
  readonly index: number;
}

/**
 * Keeps the keyboard where it was. When what has focus goes away, or can be used no more, focus
 * moves to what took its place, else to what stands beside it, else to `content`. Whoever lets
 * go of it with the pointer is left alone. Returns the way to end it.
 */
export function keepFocus(content: () => HTMLElement | null): () => void {
  let last: HTMLElement | null = null;
  let places: readonly Place[] = [];

  const remember = (element: HTMLElement | null): void => {
    last = element;
    places = element ? placesOf(element) : [];
  };
  const onFocus = ({ target }: FocusEvent): void =>
    remember(target instanceof HTMLElement ? target : null);
  const onPointer = (): void => remember(null);
  const check = (changes: readonly MutationRecord[]): void => {
    if (!last) return;
    const isLost = isGone(last) || (changes.some(canHide) && !last.checkVisibility());
    if (!isLost) return remember(last);
    const { activeElement } = document;
    if (activeElement !== last && activeElement !== document.body) return;
    const next = nextTo(places);
    if (next) next.focus();
    else content()?.focus({ preventScroll: true });
  };

  const observer = new MutationObserver(check);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'open'],
  });
  addEventListener('focusin', onFocus);
  addEventListener('pointerdown', onPointer);
  return () => {
    observer.disconnect();
    removeEventListener('focusin', onFocus);
    removeEventListener('pointerdown', onPointer);
  };
}

function isGone(element: HTMLElement): boolean {
  return !element.isConnected || element.matches(':disabled');
}

/** Whether something may be out of sight for a change: to ask costs a layout of the whole page. */
function canHide({ attributeName }: MutationRecord): boolean {
  return attributeName === 'hidden' || attributeName === 'open';
}

/** The place of an element in its parent, of that in its own, and so on up to the bounds. */
function placesOf(element: Element): readonly Place[] {
  const parent = element.parentElement;
  if (!parent || parent.matches(bounds)) return [];
  return [{ parent, index: [...parent.children].indexOf(element) }, ...placesOf(parent)];
}

/** What can be focused at the first of `places` that is still there, or after it, or before it. */
function nextTo(places: readonly Place[]): HTMLElement | null {
  for (const { parent, index } of places.filter((place) => place.parent.isConnected)) {
    const children = [...parent.children];
    const nearestFirst = [...children.slice(index), ...children.slice(0, index).reverse()];
    const found = nearestFirst.flatMap(focusablesIn).find((each) => each.checkVisibility());
    if (found) return found;
  }
  return null;
}

function focusablesIn(element: Element): readonly HTMLElement[] {
  const within = [...element.querySelectorAll<HTMLElement>(focusable)];
  return element instanceof HTMLElement && element.matches(focusable)
    ? [element, ...within]
    : within;
}
