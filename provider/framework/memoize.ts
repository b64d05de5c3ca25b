/** Remembers what is derived from a declaration: declarations never change, and every call needs the same few things. */
export function memoize<K extends object, T>(derive: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    let derived = known.get(key);
    if (derived === undefined) {
      derived = derive(key);
      known.set(key, derived);
    }
    return derived;
  };
}
