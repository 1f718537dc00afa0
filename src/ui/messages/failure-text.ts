import type { Language } from '../../client/state';
import { createInterpreter } from './interpreter';
import type { Interpreter, Phrasebook } from './interpreter';
import { zh } from './zh';
import { archives } from './zh-failures/archives';
import { learning } from './zh-failures/learning';
import { reading } from './zh-failures/reading';
import { storing } from './zh-failures/storing';

/** What a failure says: the engine's own words, or the same in another language. */
export const failureTexts: Readonly<Record<Language, Interpreter>> = {
  en: (message) => message,
  zh: createInterpreter({
    ...settingsIn(zh),
    ...zh.report.kinds,
    ...reading,
    ...archives,
    ...learning,
    ...storing,
  }),
};

/** What the settings are called that a message may name. */
function settingsIn({ fields, train }: typeof zh): Phrasebook {
  const { seed, minValue, kCore } = train;
  const labels = Object.entries(fields).map(([name, { label }]) => [name, label] as const);
  return { ...Object.fromEntries(labels), seed, minValue, kCore };
}
