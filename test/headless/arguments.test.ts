import { expect, test } from 'vitest';
import { parseArguments } from '../../src/headless/arguments';

test.each([
  [['--dta', 'a.csv'], 'There is no option --dta. “palate help” lists them all.'],
  [['-d', 'a.csv'], 'There is no option -d. “palate help” lists them all.'],
  [['--model'], "Option '--model <value>' argument missing"],
])('%j is refused by name', (typed, message) => {
  const parse = () => parseArguments(typed);
  expect(parse).toThrow(expect.objectContaining({ name: 'ConfigError', message }));
});
