/** How many numbers a shader takes at once: four where rows can be cut so, which is faster. */
export interface Lanes {
  readonly lanes: 1 | 4;
  /**
   * Declares `number`, a vector of so many, `numbers`, four of these, which can be added and
   * scaled at once, `total`, the sum of a vector, and `lane`, one of it.
   */
  readonly prelude: string;
}

const four: Lanes = {
  lanes: 4,
  prelude: `alias number = vec4<f32>;
alias numbers = mat4x4<f32>;
fn total(x: number) -> f32 { return (x.x + x.y) + (x.z + x.w); }
fn lane(x: number) -> f32 { return x.x; }
`,
};

const one: Lanes = {
  lanes: 1,
  prelude: `alias number = f32;
alias numbers = vec4<f32>;
fn total(x: number) -> f32 { return x; }
fn lane(x: number) -> f32 { return x; }
`,
};

/** For rows of such a width. */
export function lanesOf(width: number): Lanes {
  return width % 4 === 0 ? four : one;
}
