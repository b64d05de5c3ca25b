import type { OctetHandler, OctetService, ServiceOutline } from "./grpc.ts";

/** A service that is loaded by the first call that needs it. A load that fails fails the calls, and is tried no second time. */
export function lateService(outline: ServiceOutline, load: () => Promise<OctetService>): OctetService {
  let loading: Promise<OctetService> | null = null;
  const handlers = outline.methods.map(({ localName, kind }) => {
    const loaded = async (): Promise<OctetHandler> => {
      loading ??= load();
      const handler = (await loading).handlers[localName];
      if (handler === undefined) throw new Error(`${outline.typeName} does not serve ${localName}`);
      return handler;
    };
    const once: OctetHandler = async (request, context) => (await loaded())(request, context);
    const stream: OctetHandler = async function* (request, context) {
      // `as`: the handler of a method that streams its answer gives an async iterable.
      yield* (await loaded())(request, context) as AsyncIterable<unknown>;
    };
    const streamsAnswer = kind === "server_streaming" || kind === "bidi_streaming";
    return [localName, streamsAnswer ? stream : once] as const;
  });
  return { outline, handlers: Object.fromEntries(handlers) };
}
