// How a weight follows its gradient: by Adam with two MOMENTS, Adagrad with one, plain descent
// with none. The uniforms end with the rule's numbers.

struct Stepped {
  weight: number,
  first: number,
  second: number,
}

/// What a weight and its moments become.
fn stepped(weight: number, gradient: number, first: number, second: number) -> Stepped {
  let kept = weight - uniforms.decay * weight;
  if (MOMENTS == 2) {
    let mean = uniforms.beta1 * first + (1 - uniforms.beta1) * gradient;
    let square = uniforms.beta2 * second + (1 - uniforms.beta2) * gradient * gradient;
    return Stepped(kept - uniforms.rate * mean / (sqrt(square) + uniforms.epsilon), mean, square);
  }
  if (MOMENTS == 1) {
    let sum = first + gradient * gradient;
    return Stepped(kept - uniforms.rate * gradient / (sqrt(sum) + uniforms.epsilon), sum, second);
  }
  return Stepped(kept - uniforms.rate * gradient, first, second);
}
