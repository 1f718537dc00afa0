import { html, nothing } from 'lit';
import type { Device } from '../../api';
import { icon } from '../icons';
import { lookUp } from '../messages';
import { View } from '../view';

const shortNames = { webgpu: 'WebGPU', wasm: 'WASM', cpu: 'CPU' } as const;

/** What computes, and why nothing faster does: a word in the header, the rest on demand. */
class DeviceBadge extends View {
  override render() {
    const { device } = this.state;
    if (!device)
      return html`<span class="badge" role="status">${this.words.device.starting}</span>`;
    const adapter = this.#nameOf(device);
    return html`
      <details
        class="popover"
        data-testid="device"
        data-backend=${device.backend}
        data-adapter=${device.adapter}
        @focusout=${this.#closeOutside}
        @keydown=${this.#closeOnEscape}
      >
        <summary class="badge" title=${adapter}>
          ${icon('chip')}<strong>${shortNames[device.backend]}</strong>
          <span class="adapter">${adapter}</span>
        </summary>
        <div class="popover-card" tabindex="-1">${this.#details(device)}</div>
      </details>
    `;
  }

  /** A processor in the chosen language; a graphics processor goes by its own name. */
  #nameOf({ adapter }: Device): string {
    return lookUp(this.words.device.adapters, adapter, adapter);
  }

  #details(device: Device) {
    const { backend, skipped } = device;
    const { device: words } = this.words;
    return html`
      <h2>${words.computesOn}</h2>
      <p><strong>${this.#nameOf(device)}</strong></p>
      <p class="muted">${words.kinds[backend]}</p>
      ${this.state.forced ? html`<p class="muted">${words.forced}</p>` : nothing}
      <h3>${words.skipped}</h3>
      ${
        skipped.length === 0
          ? html`<p class="muted">${words.nothingSkipped}</p>`
          : html`<dl class="reasons">
              ${skipped.map(
                ({ backend: passed, why }) =>
                  html`<dt>${shortNames[passed]}</dt>
                    <dd>${this.failureText(why)}</dd>`,
              )}
            </dl>`
      }
    `;
  }

  #closeOutside = (event: FocusEvent): void => {
    const popover = event.currentTarget as HTMLDetailsElement;
    if (!(event.relatedTarget instanceof Node && popover.contains(event.relatedTarget))) {
      popover.open = false;
    }
  };

  #closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') (event.currentTarget as HTMLDetailsElement).open = false;
  };
}

customElements.define('device-badge', DeviceBadge);
