import type { Random } from '../../kernels/random';
import type { Config, Field, Fields, NumberField } from '../models/model';

/** From this ratio of its ends on, a range is searched by order of magnitude. */
const twoDecades = 100;

/**
 * A configuration to try: trial 0 is the defaults, every later one is drawn, each field
 * on its own. `fixed` fields keep their value, and so do the most epochs, as validation
 * chooses the epoch anyway. Trial n of a seed is the same however many come before it.
 * Bergstra & Bengio (2012), https://jmlr.org/papers/v13/bergstra12a.html
 */
export function drawTrial(fields: Fields, trial: number, fixed: Config, random: Random): Config {
  const stream = random.fork(trial);
  const drawn = Object.entries(fields).map(([name, field]): [string, number | string] => {
    const value = drawValue(field, stream); // drawn even where fixed: the others stay the same
    if (Object.hasOwn(fixed, name)) return [name, fixed[name]];
    return [name, trial === 0 || name === 'epochs' ? field.default : value];
  });
  return Object.fromEntries(drawn);
}

function drawValue(field: Field, random: Random): number | string {
  if ('choices' in field) return field.choices[random.below(field.choices.length)];
  const value = drawNumber(field, random.uniform());
  return field.whole ? Math.round(value) : value;
}

/**
 * The number at a `share` of the range: of its logarithm where the ends are two decades
 * apart. A range that begins at 0 is then searched from a hundredth of the default, or,
 * where the default is nothing, mostly near it.
 */
function drawNumber({ default: usual, min, max }: NumberField, share: number): number {
  if (min === 0 && usual === 0) return max * share ** 4;
  const low = min > 0 ? min : usual / twoDecades;
  const isWide = low > 0 && max / low >= twoDecades;
  return isWide ? low * (max / low) ** share : min + share * (max - min);
}
