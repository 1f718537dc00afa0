// Scores the candidates of each event: a thread an event.

@group(0) @binding(0) var<storage, read> batch: array<u32>;
@group(0) @binding(1) var<storage, read> targets: array<f32>; // of events, or corrections of candidates
@group(0) @binding(2) var<storage, read> users: array<number, USER_SIZE>;
@group(0) @binding(3) var<storage, read> items: array<number, ITEM_SIZE>;
@group(0) @binding(4) var<storage, read> bias: array<f32>;
@group(0) @binding(5) var<storage, read_write> slopes: array<f32>;
@group(0) @binding(6) var<storage, read_write> gathered: array<number>; // [events, columns]
@group(0) @binding(7) var<storage, read_write> losses: array<f32>; // [events]
@group(0) @binding(8) var<uniform> uniforms: Uniforms;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let event = id.y * uniforms.stride + id.x;
  if (event >= uniforms.events) { return; }
  let loss = lossOf(event) + uniforms.l2 * squaresOf(event);
  losses[event] = loss / f32(uniforms.events);
}

/// The loss of an event; leaves its slopes, and its user's row.
fn lossOf(event: u32) -> f32 {
  if (LOSS == BPR) {
    let ahead = gatherAhead(event);
    let slope = -sigmoid(-ahead);
    setSlope(event, 0, slope);
    setSlope(event, 1, -slope);
    return softplus(-ahead);
  }
  gather(event);
  if (LOSS == SOFTMAX) { return softmaxLoss(event); }
  let score = scoreOf(event, itemOf(event, 0));
  let target_ = targets[event];
  if (LOSS == BCE) {
    setSlope(event, 0, sigmoid(score) - target_);
    return softplus(score) - target_ * score;
  }
  let error = score - target_;
  setSlope(event, 0, 2 * error);
  return error * error;
}

/// Keeps the user's row, on the way over which both items are scored: how far the chosen is ahead.
fn gatherAhead(event: u32) -> f32 {
  let user = batch[event] * uniforms.columns;
  let chosen = itemOf(event, 0);
  let other = itemOf(event, 1);
  var sum = number(0);
  for (var column = 0u; column < uniforms.columns; column++) {
    let x = users[user + column];
    gathered[event * uniforms.columns + column] = x;
    sum += x * (items[chosen * uniforms.columns + column] - items[other * uniforms.columns + column]);
  }
  return total(sum) + bias[chosen] - bias[other];
}

fn gather(event: u32) {
  let user = batch[event] * uniforms.columns;
  for (var column = 0u; column < uniforms.columns; column++) {
    gathered[event * uniforms.columns + column] = users[user + column];
  }
}

/// Cross-entropy among the chosen item and the shared ones, less those that are the chosen one.
fn softmaxLoss(event: u32) -> f32 {
  let chosen = itemOf(event, 0);
  let score = scoreOf(event, chosen) - targets[event];
  slopes[event] = score;
  var highest = score;
  for (var s = 0u; s < uniforms.joint; s++) {
    let item = batch[candidates() + uniforms.events + s];
    var other = scoreOf(event, item) - targets[uniforms.events + s];
    if (item == chosen) { other = -1e30; }
    slopes[(1 + s) * uniforms.events + event] = other;
    highest = max(highest, other);
  }
  var sum = 0.0;
  for (var c = 0u; c <= uniforms.joint; c++) {
    sum += exp(slopes[c * uniforms.events + event] - highest);
  }
  for (var c = 0u; c <= uniforms.joint; c++) {
    let probability = exp(slopes[c * uniforms.events + event] - highest) / sum;
    setSlope(event, c, probability - select(0.0, 1.0, c == 0));
  }
  return highest + log(sum) - score;
}

/// Of the mean over the batch.
fn setSlope(event: u32, candidate: u32, slope: f32) {
  slopes[candidate * uniforms.events + event] = slope / f32(uniforms.events);
}

fn itemOf(event: u32, candidate: u32) -> u32 {
  return batch[candidates() + candidate * uniforms.events + event];
}

fn scoreOf(event: u32, item: u32) -> f32 {
  let user = batch[event] * uniforms.columns;
  var sum = number(0);
  for (var column = 0u; column < uniforms.columns; column++) {
    sum += users[user + column] * items[item * uniforms.columns + column];
  }
  return total(sum) + bias[item];
}

/// Of the event's own vectors.
fn squaresOf(event: u32) -> f32 {
  var squares = number(0);
  if (uniforms.l2 > 0) {
    let user = batch[event] * uniforms.columns;
    for (var column = 0u; column < uniforms.columns; column++) {
      squares += users[user + column] * users[user + column];
    }
    for (var candidate = 0u; candidate < OWN; candidate++) {
      let item = itemOf(event, candidate) * uniforms.columns;
      for (var column = 0u; column < uniforms.columns; column++) {
        squares += items[item + column] * items[item + column];
      }
    }
  }
  return total(squares);
}

fn sigmoid(x: f32) -> f32 { return 1 / (1 + exp(-x)); }

/// log(1 + exp(x)), exact where exp(x) overflows or vanishes.
fn softplus(x: f32) -> f32 { return max(x, 0) + log(1 + exp(-abs(x))); }
