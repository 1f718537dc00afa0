import * as tf from '../../kernels/tensor';

/** The numbers of `rows` `[rows, width]` at such `columns`, int32 `[rows, k]`: `[rows, k]` */
export function takeColumns(rows: tf.Tensor, columns: tf.Tensor): tf.Tensor {
  const [height, width]: number[] = rows.shape;
  // Flat, since gathering within each row reads beyond its end on WASM.
  const places = tf.reshape(placesOf(columns, height, width), [-1]);
  return tf.reshape(tf.gather(tf.reshape(rows, [-1]), places), columns.shape);
}

/**
 * `values` `[rows, k]` at such `columns`, int32 `[rows, k]`, of rows that are 0 elsewhere, each of
 * such a `width`: `[rows, width]`. What falls on the same place is added.
 */
export function spreadColumns(values: tf.Tensor, columns: tf.Tensor, width: number): tf.Tensor {
  const [height]: number[] = values.shape;
  const places = tf.reshape(placesOf(columns, height, width), [-1, 1]);
  const flat = tf.scatterND(places, tf.reshape(values, [-1]), [height * width]);
  return tf.reshape(flat, [height, width]);
}

/** Where `columns` lie in rows laid end to end: int32 `[rows, k]` */
function placesOf(columns: tf.Tensor, height: number, width: number): tf.Tensor {
  const begins = Int32Array.from({ length: height }, (_zero, row) => row * width);
  return tf.add(columns, tf.tensor2d(begins, [height, 1], 'int32'));
}
