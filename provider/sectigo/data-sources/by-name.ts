/** Orders by name, then by id: code points, not the machine's locale, so that every machine plans the same. */
export function byName<T extends { readonly name: string }>(
  idOf: (row: T) => number,
): (a: T, b: T) => number {
  return (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : idOf(a) - idOf(b));
}
