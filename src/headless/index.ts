import { failure } from '../errors';
import { parseArguments } from './arguments';
import { commands } from './commands';
import { help } from './help';
import { print } from './print';
import { listen } from './tell';

const [name = '', ...typed] = process.argv.slice(2);
const json = typed.includes('--json');
listen(console.error);
try {
  if (asksForHelp()) console.log(help());
  else await run();
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (json) console.log(JSON.stringify({ error: { name, message } }));
  else console.error(`${name}: ${message}`);
  process.exitCode = 1;
}

function asksForHelp(): boolean {
  return ['', 'help', '--help', '-h'].includes(name) || typed.includes('--help');
}

async function run(): Promise<void> {
  if (!Object.hasOwn(commands, name)) {
    const known = Object.keys(commands).join(', ');
    throw failure('ConfigError', `Say what to do: ${known}. There is no “${name}”.`);
  }
  const given = parseArguments(typed);
  if (given.subject && name !== 'reproduce') {
    throw failure('ConfigError', `What does “${given.subject}” belong to?`);
  }
  const result = await commands[name].run(given);
  print(result, json, commands[name].head?.(result));
}
