import type { Arguments } from './arguments';
import { headOf } from './card-head';
import { evaluateCommand } from './evaluate';
import { metricsCommand } from './metrics';
import { modelsCommand } from './models';
import { personaliseCommand } from './personalise';
import { recommendCommand } from './recommend';
import { reproduceCommand } from './reproduce/reproduce';
import { trainCommand } from './train';
import { tuneCommand } from './tune';
import { verifyCommand } from './verify';

interface Command {
  readonly says: string;
  readonly run: (given: Arguments) => Promise<unknown>;
  /** What of the result a person reads first, where all of it is long. */
  head?(result: unknown): readonly string[];
}

/** What can be done, by name. To add a command: its file and a line here. */
export const commands: Readonly<Record<string, Command>> = {
  models: { says: 'every model there is, with its fields', run: modelsCommand },
  metrics: { says: 'every metric, with its formula', run: metricsCommand },
  evaluate: {
    says: 'trains a model, chooses its best epoch by validation, and tests it once',
    run: evaluateCommand,
    head: headOf,
  },
  verify: { says: 'runs the evaluation of a card again', run: verifyCommand },
  tune: { says: 'tries configurations, judged by validation alone', run: tuneCommand },
  train: {
    says: 'trains on everything, and writes a recommender or a bundle for visitors',
    run: trainCommand,
  },
  recommend: { says: 'recommends to someone with a history', run: recommendCommand },
  personalise: {
    says: 'what folding in and learning on are worth to people not met before',
    run: personaliseCommand,
  },
  reproduce: { says: 'measures a published figure: reproduce NAME', run: reproduceCommand },
};
