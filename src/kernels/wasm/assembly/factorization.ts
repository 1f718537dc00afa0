import { step } from './optimizer';
import { SIZE } from './simd';
import { addScaled, clear, dot } from './vectors';

/**
 * The dot products of pairs of rows, `[rounds, events]`: `users` `[…, dim]` of `userOf`
 * `[events]`, and `items` `[…, dim]` of `itemOf` `[rounds, events]`, plus `bias` of the item
 * unless it is null.
 */
export function scorePairs(
  out: usize,
  users: usize,
  items: usize,
  bias: usize,
  userOf: usize,
  itemOf: usize,
  rounds: i32,
  events: i32,
  dim: i32,
): void {
  for (let event = 0; event < events; event++) {
    const user = users + load<i32>(userOf + event * SIZE) * dim * SIZE;
    for (let round = 0; round < rounds; round++) {
      const at = (round * events + event) * SIZE;
      const item = load<i32>(itemOf + at);
      const score = dot(user, items + item * dim * SIZE, dim);
      store<f32>(out + at, bias ? score + load<f32>(bias + item * SIZE) : score);
    }
  }
}

/**
 * The gradients of the rows of users that segments name, `[segments, dim]`: of `slopes` `[own
 * + shared, events]` times the items, `[own, events]` and `[shared]` of `itemOf`, and of
 * `penalty` for each event.
 */
export function gradeUsers(
  gradients: usize,
  users: usize,
  items: usize,
  slopes: usize,
  itemOf: usize,
  own: i32,
  shared: i32,
  events: i32,
  order: usize,
  starts: usize,
  rows: usize,
  segments: i32,
  dim: i32,
  penalty: f32,
): void {
  for (; segments > 0; segments--) {
    const first = load<i32>(starts);
    const end = load<i32>(starts, SIZE);
    clear(gradients, dim);
    addScaled(gradients, users + load<i32>(rows) * dim * SIZE, penalty * <f32>(end - first), dim);
    for (let place = first; place < end; place++) {
      const event = load<i32>(order + place * SIZE);
      for (let c = 0; c < own + shared; c++) {
        const at = c < own ? c * events + event : own * events + c - own;
        const item = load<i32>(itemOf + at * SIZE);
        const slope = load<f32>(slopes + (c * events + event) * SIZE);
        addScaled(gradients, items + item * dim * SIZE, slope, dim);
      }
    }
    gradients += dim * SIZE;
    starts += SIZE;
    rows += SIZE;
  }
}

/**
 * The gradients of the rows of items that segments name, `[segments, dim]`, and of their
 * `biases` `[segments]`: as in `gradeUsers`, of `slopes` times the users.
 */
export function gradeItems(
  gradients: usize,
  biases: usize,
  users: usize,
  items: usize,
  slopes: usize,
  userOf: usize,
  own: i32,
  events: i32,
  order: usize,
  starts: usize,
  rows: usize,
  segments: i32,
  dim: i32,
  penalty: f32,
): void {
  for (; segments > 0; segments--) {
    let bias: f32 = 0;
    let count = 0;
    clear(gradients, dim);
    const end = load<i32>(starts, SIZE);
    for (let place = load<i32>(starts); place < end; place++) {
      const candidate = load<i32>(order + place * SIZE);
      const isOwn = candidate < own * events;
      const first = isOwn ? candidate : (own + candidate - own * events) * events;
      const last = isOwn ? candidate : first + events - 1;
      for (let at = first; at <= last; at++) {
        const slope = load<f32>(slopes + at * SIZE);
        const user = load<i32>(userOf + (at % events) * SIZE);
        addScaled(gradients, users + user * dim * SIZE, slope, dim);
        bias += slope;
      }
      if (isOwn) count++;
    }
    addScaled(gradients, items + load<i32>(rows) * dim * SIZE, penalty * <f32>count, dim);
    store<f32>(biases, bias);
    gradients += dim * SIZE;
    biases += SIZE;
    starts += SIZE;
    rows += SIZE;
  }
}

/** Steps the rows of `weights` `[…, width]` that `rows` `[count]` names against `gradients` `[count, width]`. */
export function stepListed(
  weights: usize,
  moment: usize,
  stride: i32,
  width: i32,
  gradients: usize,
  rows: usize,
  count: i32,
  moments: i32,
  rate: f64,
  decay: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
): void {
  for (; count > 0; count--) {
    const row = load<i32>(rows) * width * SIZE;
    const first = moment + row;
    step(
      weights + row,
      first,
      first + stride,
      gradients,
      width,
      moments,
      rate,
      decay,
      beta1,
      beta2,
      epsilon,
    );
    gradients += width * SIZE;
    rows += SIZE;
  }
}
