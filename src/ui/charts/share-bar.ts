import { html } from 'lit';

/** A part of a whole, `[0, 1]`, as one bar in two colours. */
export function shareBar(share: number, part: string, rest: string) {
  return html`
    <div class="share-bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="rest" width="100" height="10" />
        <rect class="part" width=${100 * share} height="10" />
      </svg>
      <div class="legend small">
        <span class="key part">${part}</span><span class="key rest">${rest}</span>
      </div>
    </div>
  `;
}
