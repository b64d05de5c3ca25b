/** What the trace of `terraform validate` says of one provider, in milliseconds since the start of its process. */
export interface Answers {
  /** The first process, which Terraform starts for the schema: GetProviderSchema is answered. */
  readonly schema: number;
  /** The next process: ValidateResourceConfig is answered. */
  readonly validated: number;
}

/**
 * @param trace  what Terraform has written with TF_LOG=trace
 * @param address  of a resource; its node is done when the provider has judged it
 * @throws Error when the trace has no such lines, since another core words them differently
 */
export function answersIn(trace: string, address: string): Answers {
  // Words of the provider, and of go-plugin's streams, come in between.
  const lines = trace
    .split("\n")
    .filter((line) => /^\d{4}-\S+ \[/.test(line) && !/\] +provider\.(?!:)/.test(line));
  const at = (index: number): number => Date.parse(lines[index]?.split(" ")[0] ?? "");
  const find = (text: string, from: number): number => {
    const index = lines.findIndex((line, place) => place >= from && line.includes(text));
    if (index < 0) throw new Error(`Terraform's trace has no line "${text}"`);
    return index;
  };
  const first = find("provider: starting plugin", 0);
  const asked = find(": GetProviderSchema", first);
  const second = find("provider: starting plugin", asked);
  const judged = find(`vertex "${address}": visit complete`, find(": ValidateResourceConfig", second));
  // The core's next word follows the answer.
  return { schema: at(asked + 1) - at(first), validated: at(judged) - at(second) };
}
