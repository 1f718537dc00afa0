import * as tf from '@tensorflow/tfjs';
import { lstmWeights, type LstmProblem } from '../problems/lstm';
import { sequences } from '../problems/sequences';
import type { Contender } from '../realm';
import { learner, type Variables } from './learner';
import { catalogueLoss } from './sequences';

/** The LSTM and the embedding of tfjs-layers, with the embedding's table as the softmax's too. */
export function lstm(problem: LstmProblem): Contender {
  const { batch, time, dim, guesses } = problem;
  const { inputs, targets } = sequences(problem);
  const { embedding, recurrence, variables } = layersOf(problem);
  const wanted =
    guesses === 'every' ? targets : targets.filter((_item, i) => i % time === time - 1);
  const loss = (): tf.Scalar => {
    const vectors = embedding.apply(tf.tensor2d(inputs, [batch, time], 'int32')) as tf.Tensor;
    const states = recurrence.apply(vectors, { training: true }) as tf.Tensor;
    const { items, bias } = variables;
    return catalogueLoss(tf.reshape(states, [-1, dim]), { items, bias }, wanted);
  };
  return learner(variables, loss, loss);
}

function layersOf(problem: LstmProblem) {
  const { dim, items, guesses } = problem;
  const host = lstmWeights(problem);
  const tensor = (name: string): tf.Tensor => tf.tensor(host[name].values, [...host[name].shape]);
  const embedding = tf.layers.embedding({ inputDim: items, outputDim: dim });
  const recurrence = tf.layers.lstm({
    units: dim,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros', // the usual one takes long, for weights that are set anyway
    returnSequences: guesses === 'every',
  });
  // A first call makes the weights; `build` would have the LSTM make them again at that call.
  tf.dispose(recurrence.apply(embedding.apply(tf.zeros([1, 1], 'int32'))) as tf.Tensor);
  embedding.setWeights([tensor('items')]);
  recurrence.setWeights([tensor('input'), tensor('hidden'), tensor('gateBias')]);
  const [input, hidden, gateBias] = recurrence.trainableWeights.map(variableOf);
  const variables: Variables = {
    items: variableOf(embedding.trainableWeights[0]),
    bias: tf.variable(tensor('bias')),
    input,
    hidden,
    gateBias,
  };
  return { embedding, recurrence, variables };
}

/** The variable that a layer keeps its weight in; `read` gives it, typed as a tensor. */
const variableOf = (weight: tf.LayerVariable): tf.Variable => weight.read() as tf.Variable;
