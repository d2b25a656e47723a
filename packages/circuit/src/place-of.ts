/**
 * Position of a name in a list of a model: its parameters, inputs, states, depots or outputs.
 *
 * @throws RangeError when nothing there has the name
 */
export function placeOf(named: readonly { readonly name: string }[], name: string): number {
  const place = named.findIndex((each) => each.name === name);
  if (place < 0) throw new RangeError(`nothing is called ${name} among ${named.length} names of the model`);
  return place;
}
