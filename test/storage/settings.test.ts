import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { deleteEverything } from '../../src/storage/database';
import { readSetting, writeSetting } from '../../src/storage/settings';

afterEach(deleteEverything);

test('is what was last written, or null', async () => {
  expect(await readSetting('constructor')).toBeNull();
  await writeSetting('language', 'en');
  await writeSetting('language', 'zh-CN');
  expect(await readSetting('language')).toBe('zh-CN');
});
