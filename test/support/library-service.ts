/** The library behind its service: requests and answers go through their bytes, as they do on the wire. */
import {
  create,
  type DescMethodServerStreaming,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import type { Attributes } from "../../provider/framework/attribute.ts";
import { Decimal } from "../../provider/framework/decimal.ts";
import type { Provider as Declaration } from "../../provider/framework/provider.ts";
import { ProviderServer } from "../../provider/framework/server.ts";
import type { ValueRecord } from "../../provider/framework/value.ts";
import { Diagnostic_Severity, Provider } from "../../provider/protocol/gen/tfplugin6_pb.js";
import { providerHandlers } from "../../provider/protocol/service.ts";
import { objectTo } from "../../provider/protocol/wire.ts";
import type { Library } from "./library.ts";
import { type BookHandlers, book, bookAttributes, bookTree, library, silentLog } from "./library-provider.ts";

type Methods = typeof Provider.method;
type Streaming = "listResource" | "invokeAction";
type Served = Exclude<keyof ReturnType<typeof providerHandlers>, Streaming>;
/** A message whose type is known only by the name of its call. */
type Message = Record<string, unknown>;

const never = new AbortController().signal;

export type Ask = <M extends Served>(
  name: M,
  request: MessageInitShape<Methods[M]["input"]>,
) => Promise<MessageShape<Methods[M]["output"]>>;

/** All that a stream says. */
export type Listen = <M extends Streaming>(
  name: M,
  request: MessageInitShape<Methods[M]["input"]>,
  signal?: AbortSignal,
) => Promise<readonly MessageShape<Methods[M]["output"]>[]>;

export interface Service {
  readonly ask: Ask;
  readonly listen: Listen;
  /** The same after ConfigureProvider. */
  readonly configured: () => Promise<Ask>;
}

export function serve(own: Partial<Declaration<Library>> = {}): Service {
  const handlers = providerHandlers(new ProviderServer(library(own), silentLog), silentLog);
  const ask: Ask = async (name, request) => {
    // `as`: the names of the streaming calls are left out of `Served`.
    const method = Provider.method[name] as DescMethodUnary;
    const heard = fromBinary(method.input, toBinary(method.input, create(method.input, request as Message)));
    // The handler of that name takes and gives the messages of that method.
    const answer = await handlers[name](heard as never, { signal: never });
    const said = toBinary(method.output, create(method.output, answer as Message));
    return fromBinary(method.output, said) as never;
  };
  const listen: Listen = async (name, request, signal = never) => {
    const method: DescMethodServerStreaming = Provider.method[name];
    const heard = fromBinary(method.input, toBinary(method.input, create(method.input, request as Message)));
    const events: unknown[] = [];
    // The handler of that name takes and gives the messages of that method.
    for await (const event of handlers[name](heard as never, { signal })) {
      const said = toBinary(method.output, create(method.output, event as Message));
      events.push(fromBinary(method.output, said));
    }
    return events as never;
  };
  const configured = async () => {
    await ask("configureProvider", { terraformVersion: "1.11.4", config: dv({ town: "Bath" }, settings) });
    return ask;
  };
  return { ask, listen, configured };
}

export const withBook = (handlers: Partial<BookHandlers>): Promise<Ask> =>
  serve({ resources: [book(handlers)] }).configured();

/** Severity and summary of every diagnostic. */
export const told = (answer: {
  readonly diagnostics: readonly { readonly severity: number; readonly summary: string }[];
}) =>
  answer.diagnostics.map(
    ({ severity, summary }) => `${severity === Diagnostic_Severity.ERROR ? "error" : "warning"}: ${summary}`,
  );

export const dv = (value: ValueRecord | null, attributes: Attributes = bookAttributes) =>
  objectTo(attributes, value);

export const { attributes: settings } = library();
export const BOOK = { typeName: "library_book" };
export const CONFIG = bookTree({ isbn: "1", title: "Emma", pin_wo: "1234" });
export const STATE = bookTree({
  isbn: "1",
  title: "Emma",
  pages: Decimal.from(100),
  slot: "A1",
  copy_id: Decimal.from(7),
  checked: "today",
});
