import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeConfig, type Model } from '../../src/engine/models/model';
import { sasRec } from '../../src/engine/models/sequence/sasrec';
import { tellOfRoom } from '../../src/headless/room';
import { listen } from '../../src/headless/tell';
import { twoTastes } from '../fixtures/two-tastes';

let heard: string[];
beforeEach(() => {
  heard = [];
  listen((line) => heard.push(line));
});
afterEach(() => listen(() => {}));

const tellOf = (memory: Model['memory']): void =>
  tellOfRoom({ ...sasRec, memory }, twoTastes(), completeConfig(sasRec.fields, {}));

test('nothing is said of a training that fits', () => {
  tellOf(() => 1e9);
  expect(heard).toEqual([]);
});

test('what would fit is said of one that does not', () => {
  tellOf((_dataset, { batchSize }) => Number(batchSize) * 40e6);
  expect(heard).toEqual([
    'This takes about 2.6 GB; more than 1.0 GB may not be there.',
    'With --set batchSize=16 it takes about 0.64 GB.',
  ]);
});
