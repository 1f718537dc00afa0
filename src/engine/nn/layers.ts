export { dense } from '../../kernels/dense/dense';
export { layerNorm } from '../../kernels/layer-norm/layer-norm';
