import { writeWhole } from "../write-files.ts";
import { type KeyPlaces, readIfThere } from "./key-files.ts";

/** For whom a directory's orders are placed. */
interface OrderingHost {
  /**
   * Tells its orders from those of other hosts. It is what the host was called at the first order: a container has another
   * name each time, and would order again what it has ordered before.
   */
  readonly name: string;
  /** Nothing was ever ordered for this directory, and no key lies there: what bears the host's name is not its own. */
  readonly isNew: boolean;
}

export async function hostOf({ host, current }: KeyPlaces, hostname: string): Promise<OrderingHost> {
  const known = (await readIfThere(host))?.trim() || null;
  return { name: known ?? hostname, isNew: known === null && (await readIfThere(current)) === null };
}

/** To be called before an order goes out. */
export async function rememberHost(
  { host }: KeyPlaces,
  { name }: OrderingHost,
  random: () => number,
): Promise<void> {
  if ((await readIfThere(host)) !== null) return;
  await writeWhole([{ path: host, content: `${name}\n`, mode: 0o644 }], random);
}
