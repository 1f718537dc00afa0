import { html } from 'lit';
import { icon } from './icons';

/** A room that has nothing to show yet: why, and the way there. */
export function needOf(why: string, way: string, go: () => void) {
  return html`<section class="empty">
    <p>${why}</p>
    <button class="primary" @click=${go}>${way}${icon('arrow')}</button>
  </section>`;
}
