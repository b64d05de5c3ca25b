/** `terraform.tfstate` with one resource, as far as its instances go; the rest is handed on. */
export interface StateFile {
  readonly resources: readonly {
    readonly instances: readonly { readonly index_key?: number }[];
  }[];
}

/** One state with the instances of all, numbered anew in their order; everything else is the first one's. */
export function mergeStates(states: readonly StateFile[]): StateFile {
  const [first] = states;
  const [resource] = first?.resources ?? [];
  if (first === undefined || resource === undefined) throw new Error("no state with a resource to merge");
  const instances = states
    .flatMap(({ resources }) => resources.flatMap((each) => each.instances))
    .map((instance, index) => ({ ...instance, index_key: index }));
  return { ...first, resources: [{ ...resource, instances }] };
}
