/**
 * Makes a reader that reads each text once, as long as it is asked for: the same text gives the same value again.
 * Only for readers whose answer depends on the text alone and can't be changed.
 * @param most values kept; beyond it the one goes that was not asked for longest. Errors are not kept.
 * @param alias another text that gives this value too, such as its canonical form
 */
export function remembering<T>(
  read: (text: string) => T,
  { most, alias }: { readonly most: number; readonly alias?: (value: T) => string },
): (text: string) => T {
  const known = new Map<string, T>();
  const keep = (text: string, value: T): void => {
    // A map keeps the order of insertion, so the first is the one that was not asked for longest.
    known.delete(text);
    known.set(text, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return (text) => {
    const found = known.get(text);
    const value = found ?? read(text);
    if (found === undefined && alias !== undefined) keep(alias(value), value);
    keep(text, value);
    return value;
  };
}
