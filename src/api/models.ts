/** Models, what computes them, and what others have measured of them. */
import type { ChoiceNeeds, Family, Fields, Headline, Need } from '../engine/models/model';

export type {
  ChoiceField,
  Config,
  Field,
  Fields,
  Headline,
  NumberField,
} from '../engine/models/model';
export type { PublishedFigure } from '../engine/evaluation/published';
export type { BackendName, Device } from '../kernels/backend';

export interface ModelInfo {
  readonly name: string;
  readonly title: string;
  readonly family: Family;
  readonly source: string;
  readonly needs: readonly Need[];
  /** What it needs where its parts are chosen so. */
  readonly choiceNeeds: ChoiceNeeds;
  /** Its lists, or else the errors of the ratings that it predicts. */
  readonly judgedBy: Headline;
  /** Whether it can learn on from you, and whether it does so unless told otherwise. */
  readonly fineTunes: 'byDefault' | 'onRequest' | null;
  /** By what it judges items that nobody chose, null where it cannot: then it never shows any. */
  readonly newItems: 'features' | 'graph' | null;
  readonly fields: Fields;
}
