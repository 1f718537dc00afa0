import { html } from 'lit';
import { icon } from './icons';

/** A room that has nothing to show yet: its name, why, and the way there. */
export function needOf(room: string, why: string, way: string, go: () => void) {
  return html`<section class="empty">
    <h1>${room}</h1>
    <p>${why}</p>
    <button class="primary" @click=${go}>${way}${icon('arrow')}</button>
  </section>`;
}
