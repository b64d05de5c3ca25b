/** Works on all items, at most so many at a time, and answers in their order. The first throw ends it. */
export async function mapBounded<Item, Done>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) done[at] = await work(items[at] as Item); // at < length
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return done;
}

/** Requests at work at a time; the client itself bounds the calls. */
export const WIDTH = 16;
