import type { Attributes } from "./attribute.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Config, Operation, State } from "./resource.ts";
import type { Planning } from "./spec.ts";

/** What a data source does: configuration in, the whole object out. It never changes anything outside. */
interface DataSourceHandlers<A extends Attributes, Api> {
  readonly validate?: (config: Planning<Config<A>>) => readonly Diagnostic[];
  readonly read: (
    request: Omit<Operation<Api>, "private"> & { readonly config: Config<A> },
  ) => Promise<State<A>>;
}

interface DataSourceSpec<A extends Attributes> {
  readonly doc: string;
  readonly attributes: A;
  readonly timeoutMs: number;
}

export interface DataSource<Api> {
  readonly name: string;
  readonly spec: DataSourceSpec<Attributes>;
  readonly handlers: DataSourceHandlers<Attributes, Api>;
}

/** Declares a data source. @param name without the provider's prefix */
export function dataSource<Api>() {
  return <const A extends Attributes>(
    name: string,
    spec: DataSourceSpec<A>,
    handlers: DataSourceHandlers<A, Api>,
  ): DataSource<Api> => ({
    name,
    spec,
    // Value types are forgotten here and restored by decoding with the same attributes.
    handlers: handlers as unknown as DataSourceHandlers<Attributes, Api>,
  });
}
