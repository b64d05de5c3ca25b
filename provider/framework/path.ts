/**
 * Where in an object a value stands: attribute names, map keys, list indexes.
 * Elements of a set cannot be addressed by Terraform, so a path ends at the set itself.
 */
export type Path = readonly Step[];
type Step = { readonly attribute: string } | { readonly key: string } | { readonly index: number };

/** The path of a top-level attribute, or of a chain of attributes. */
export function path(...attributes: readonly string[]): Path {
  return attributes.map((attribute) => ({ attribute }));
}

/** As a person writes it in HCL: `import.frequency`, `tags["env"]`, `names[2]`. */
export function formatPath(steps: Path): string {
  return steps
    .map((step, position) => {
      if ("attribute" in step) return position === 0 ? step.attribute : `.${step.attribute}`;
      return "key" in step ? `[${JSON.stringify(step.key)}]` : `[${step.index}]`;
    })
    .join("");
}
