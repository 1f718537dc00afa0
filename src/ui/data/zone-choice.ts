import { html } from 'lit';
import type { FilePreview } from '../../api';
import { View } from '../view';

const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const named = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
const regions = [...new Set(named.map(regionOf))];

/** Where the clocks hung that the times of a file are of, which do not say so themselves. */
class ZoneChoice extends View {
  static override properties = {
    ...View.properties,
    preview: { attribute: false },
    index: { attribute: false },
  };
  declare preview: FilePreview;
  declare index: number;

  override render() {
    const { zone } = this.words.preview;
    const { timeZone = 'UTC' } = this.preview.plan;
    const option = (each: string, label = each) =>
      html`<option value=${each} .selected=${each === timeZone}>${label}</option>`;
    return html`<label class="field">
      <span>${zone.label}</span>
      <select data-testid="time-zone" @change=${this.#onChange}>
        ${option('UTC')} ${own === 'UTC' ? '' : option(own, zone.own(own))}
        ${regions.map(
          (region) =>
            html`<optgroup label=${region}>
              ${named
                .filter((each) => each !== own && regionOf(each) === region)
                .map((each) => option(each))}
            </optgroup>`,
        )}
      </select>
      <small>${zone.help}</small>
    </label>`;
  }

  #onChange = ({ target }: Event): void => {
    const { value: timeZone } = target as HTMLSelectElement;
    void this.session.correct(this.index, { timeZone });
  };
}

function regionOf(zone: string): string {
  return zone.split('/')[0];
}

customElements.define('zone-choice', ZoneChoice);
