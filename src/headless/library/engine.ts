/** What the library's entry loads when it is first called. */
export { describeModels } from '../../engine/models/registry';
export { evaluateOn } from './evaluate';
export { open } from './recommender';
export { trainOn } from './train';
