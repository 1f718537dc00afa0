// What the passes of a step share. A batch is `events` users, and the candidates that are
// scored for them: OWN rounds of one item an event, the first of which is the chosen one,
// and then items that all events share. `slopes` `[candidates, events]` says how the loss
// follows each score. The tables have USER_SIZE and ITEM_SIZE numbers, for CATALOGUE items:
// these are constants, against which adapters check an index in less time.

struct Uniforms {
  events: u32,
  joint: u32, // candidates
  columns: u32, // of a row, in numbers
  usersTouched: u32,
  itemsTouched: u32,
  stride: u32, // of the workgroups' second dimension, in invocations
  l2: f32,
  rate: f32,
  decay: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
}

/// Where the candidates begin in the batch, which starts with the users.
fn candidates() -> u32 { return uniforms.events; }

/// Where the users' segments begin: order, starts, rows.
fn userSegments() -> u32 { return candidates() + listed(); }

/// Where the items' segments begin.
fn itemSegments() -> u32 { return userSegments() + 3 * uniforms.events + 1; }

/// Candidates in the batch.
fn listed() -> u32 { return OWN * uniforms.events + uniforms.joint; }

/// Invocations for a row, each of which takes four of its columns, or fewer.
fn invocationsOfRow() -> u32 { return (uniforms.columns + 3) / 4; }

/// The columns of an invocation; past the last one, that again.
fn columnsFrom(first: u32) -> vec4<u32> {
  return min(first + invocationsOfRow() * vec4<u32>(0, 1, 2, 3), vec4<u32>(uniforms.columns - 1));
}

/// Whether the columns of an invocation are so many at least.
fn hasColumn(first: u32, count: u32) -> bool {
  return first + (count - 1) * invocationsOfRow() < uniforms.columns;
}
