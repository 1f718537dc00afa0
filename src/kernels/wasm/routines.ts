/** A matrix: its address, the numbers from row to row, and whether it lies transposed. */
type PlacedMatrix = [address: number, stride: number, isTurned: boolean];

/** What a rule of `optimizer/rule.ts` is made of. */
export type RuleArguments = [
  moments: number,
  rate: number,
  decay: number,
  beta1: number,
  beta2: number,
  epsilon: number,
];

/** Events by row, as `segments.ts` groups them, and how many rows occur. */
export type GroupedEvents = [order: number, starts: number, rows: number, count: number];

/**
 * What `assembly/index.ts` exports and explains. All is numbers: tensors are addresses in
 * bytes, of which 0 is none; strides are in numbers.
 */
export interface Routines {
  readonly SCRATCH_BYTES: WebAssembly.Global<'i32'>;

  exp(out: number, x: number, count: number): void;
  sigmoid(out: number, x: number, count: number): void;
  tanh(out: number, x: number, count: number): void;
  softmax(out: number, x: number, rows: number, columns: number): void;
  drop(
    out: number,
    base: number,
    x: number,
    count: number,
    threshold: number,
    kept: number,
    seed: number,
  ): void;

  sumRows(sums: number, x: number, rows: number, width: number): void;
  gatherRows(
    out: number,
    table: number,
    rows: number,
    width: number,
    indices: number,
    count: number,
  ): void;
  addRows(
    ...args: [table: number, width: number, added: number, ...segments: GroupedEvents, sum: number]
  ): void;

  multiply(
    ...args: [
      out: number,
      strideOut: number,
      ...a: PlacedMatrix,
      ...b: PlacedMatrix,
      rows: number,
      depth: number,
      columns: number,
      isAdded: boolean,
      scratch: number,
    ]
  ): void;

  sparseProduct(
    sums: number,
    offsets: number,
    indices: number,
    values: number,
    table: number,
    rows: number,
    width: number,
  ): void;
  sampledProduct(
    products: number,
    x: number,
    table: number,
    offsets: number,
    indices: number,
    rows: number,
    width: number,
  ): void;
  nextAbove(scores: number, bias: number, place: number, end: number, floor: number): number;

  step(
    ...args: [
      weights: number,
      first: number,
      second: number,
      gradient: number,
      count: number,
      ...rule: RuleArguments,
    ]
  ): void;
  stepRows(
    ...args: [
      weights: number,
      moments: number,
      momentStride: number,
      width: number,
      gradients: number,
      ...segments: GroupedEvents,
      sum: number,
      ...rule: RuleArguments,
    ]
  ): void;

  activate(sums: number, bias: number, rows: number, columns: number, hasRelu: boolean): void;
  pass(out: number, x: number, gate: number, count: number): void;

  normalize(
    out: number,
    moments: number,
    x: number,
    scale: number,
    shift: number,
    rows: number,
    dim: number,
    epsilon: number,
  ): void;
  normalizeBack(
    dX: number,
    dScale: number,
    dShift: number,
    error: number,
    x: number,
    scale: number,
    moments: number,
    rows: number,
    dim: number,
  ): void;

  /** Gives the loss. */
  crossEntropy(
    scores: number,
    bias: number,
    rows: number,
    columns: number,
    targets: number,
    shares: number,
  ): number;
  /** Gives the loss. */
  multinomial(
    errors: number,
    scores: number,
    rows: number,
    columns: number,
    offsets: number,
    indices: number,
    counts: number,
  ): number;

  attend(
    affinities: number,
    shares: number,
    queries: number,
    keys: number,
    seen: number,
    isCausal: boolean,
    scale: number,
    threshold: number,
    kept: number,
    seed: number,
    row: number,
    rowStep: number,
    place: number,
  ): void;
  attendBack(
    probabilities: number,
    slopes: number,
    shares: number,
    queries: number,
    keys: number,
    seen: number,
    isCausal: boolean,
    scale: number,
    kept: number,
  ): void;

  scorePairs(
    out: number,
    users: number,
    items: number,
    bias: number,
    userOf: number,
    itemOf: number,
    rounds: number,
    events: number,
    dim: number,
  ): void;
  gradeUsers(
    ...args: [
      gradients: number,
      users: number,
      items: number,
      slopes: number,
      itemOf: number,
      own: number,
      shared: number,
      events: number,
      ...segments: GroupedEvents,
      dim: number,
      penalty: number,
    ]
  ): void;
  gradeItems(
    ...args: [
      gradients: number,
      biases: number,
      users: number,
      items: number,
      slopes: number,
      userOf: number,
      own: number,
      events: number,
      ...segments: GroupedEvents,
      dim: number,
      penalty: number,
    ]
  ): void;
  stepListed(
    ...args: [
      weights: number,
      moments: number,
      momentStride: number,
      width: number,
      gradients: number,
      rows: number,
      count: number,
      ...rule: RuleArguments,
    ]
  ): void;

  openLstm(
    gates: number,
    cells: number,
    states: number,
    before: number,
    count: number,
    units: number,
  ): void;
  blameLstm(
    dGates: number,
    dCells: number,
    errors: number,
    gates: number,
    cells: number,
    before: number,
    count: number,
    units: number,
  ): void;
  openGru(gates: number, states: number, before: number, count: number, units: number): void;
  blameGru(
    dGates: number,
    earlier: number,
    errors: number,
    gates: number,
    before: number,
    count: number,
    units: number,
  ): void;
}
