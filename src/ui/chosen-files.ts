/** The files that were just chosen; the input is empty again, so that the same can be chosen anew. */
export function chosenFiles({ target }: Event): File[] {
  const input = target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}
