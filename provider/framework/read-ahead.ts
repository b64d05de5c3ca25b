/**
 * Starts a piece of work for each item as it comes and gives the results in the order of the items. Work must not reject;
 * `start` says what came of it.
 * @param width how many may be under way, asked again after each result; 1 or more
 */
export async function* readAhead<T, R>(
  items: AsyncIterable<T>,
  width: () => number,
  start: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    underWay.push(start(item));
    // The oldest is waited for here, so that the source is asked for no more than can be worked on.
    while (underWay.length > 0 && underWay.length >= width()) yield* first(underWay);
  }
  while (underWay.length > 0) yield* first(underWay);
}

async function* first<R>(underWay: Promise<R>[]): AsyncGenerator<R> {
  const oldest = underWay.shift();
  if (oldest !== undefined) yield await oldest;
}
