import { expect, test } from 'vitest';
import { styles } from '../../src/widget/styles';
import { declared, namesOf } from '../fixtures/custom-elements';

/** What the element sets itself, for each item. */
const own = '--palate-hue';

test('editors are told of every property that a page can set', () => {
  const used = new Set(styles.match(/(--palate-[a-z-]+)(?=[,)])/g));
  used.delete(own);
  expect(namesOf(declared.cssProperties)).toEqual([...used].sort());
});
