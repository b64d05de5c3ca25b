import type { Module } from "./modules.ts";

/** A method of the SCM client: "certificates.enroll". */
export interface ClientMethod {
  readonly area: string;
  readonly name: string;
}

/** Methods of an interface's body: members that are called. */
function methodsOf(interfaceName: string, text: string): string[] {
  const body = new RegExp(`interface ${interfaceName}\\b([^{]*)\\{([\\s\\S]*?)\\n?\\}\\n`).exec(text);
  if (!body) return [];
  const [, heritage = "", members = ""] = body;
  const parents = heritage.replace(/^\s*extends\s+/, "").split(",");
  const inherited = parents.flatMap((parent) => (parent.trim() === "" ? [] : methodsOf(parent.trim(), text)));
  return [...inherited, ...[...members.matchAll(/^ {2}(\w+)\(/gm)].map(([, name = ""]) => name)];
}

/** Members of an interface that hold another one: `readonly acme: Acme;`. */
function areasOf(interfaceName: string, text: string): { area: string; type: string }[] {
  const body = new RegExp(`interface ${interfaceName}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(text)?.[1] ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+): (\w+);/gm)].flatMap(([, area = "", type = ""]) =>
    methodsOf(type, text).length === 0 ? [] : [{ area, type }, ...areasOf(type, text)],
  );
}

/** All methods of the client, read from the interfaces of `core/scm/resources`. */
export function clientMethods(modules: readonly Module[]): ClientMethod[] {
  const text = modules
    .filter(({ path }) => path.startsWith("core/scm/resources/") && !path.endsWith(".test.ts"))
    .map((module) => module.text)
    .join("\n");
  return areasOf("Resources", text).flatMap(({ area, type }) =>
    methodsOf(type, text).map((name) => ({ area, name })),
  );
}

/** Methods that no product file outside the client calls, by the form in which all code calls them: `area.method`. */
export function uncalledMethods(modules: readonly Module[]): ClientMethod[] {
  const product = modules
    .filter(({ path }) => !/(^test\/|^core\/scm\/resources\/|\.(test|types)\.ts$)/.test(path))
    .map(({ text }) => text)
    .join("\n");
  return clientMethods(modules).filter(
    ({ area, name }) => !new RegExp(`\\b${area}(?:\\(\\))?\\s*\\??\\.\\s*${name}\\b`).test(product),
  );
}
