import { failure } from '../errors';
import { parseArguments, type Arguments } from './arguments';
import { evaluateCommand } from './evaluate';
import { metricsCommand } from './metrics';
import { modelsCommand } from './models';
import { personaliseCommand } from './personalise';
import { print } from './print';
import { recommendCommand } from './recommend';
import { reproduceCommand } from './reproduce/reproduce';
import { listen } from './tell';
import { trainCommand } from './train';
import { tuneCommand } from './tune';
import { verifyCommand } from './verify';

const commands: Readonly<Record<string, (given: Arguments) => Promise<unknown>>> = {
  models: modelsCommand,
  metrics: metricsCommand,
  evaluate: evaluateCommand,
  verify: verifyCommand,
  tune: tuneCommand,
  train: trainCommand,
  recommend: recommendCommand,
  personalise: personaliseCommand,
  reproduce: reproduceCommand,
};

const [name = '', ...typed] = process.argv.slice(2);
const json = typed.includes('--json');
listen(console.error);
try {
  print(await run(), json);
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (json) console.log(JSON.stringify({ error: { name, message } }));
  else console.error(`${name}: ${message}`);
  process.exitCode = 1;
}

async function run(): Promise<unknown> {
  if (!Object.hasOwn(commands, name)) {
    const known = Object.keys(commands).join(', ');
    throw failure('ConfigError', `Say what to do: ${known}. There is no “${name}”.`);
  }
  const given = parseArguments(typed);
  if (given.subject && name !== 'reproduce') {
    throw failure('ConfigError', `What does “${given.subject}” belong to?`);
  }
  return commands[name](given);
}
