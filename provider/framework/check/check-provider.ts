import type { Attributes } from "../attribute.ts";
import type { Provider } from "../provider.ts";
import type { ResourceSpec } from "../resource.ts";
import { checkAttributes, checkPlain } from "./check-attributes.ts";
import { type Configured, checkConfigured, checkListed } from "./check-configured.ts";
import { checkFunction } from "./check-function.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkMoves } from "./check-moves.ts";
import { checkVersions } from "./check-versions.ts";

const NAME = /^[a-z][a-z0-9_]*$/;
/** Arguments that Terraform itself gives a block. Source: HashiCorp's Terraform language reference, "Meta-arguments". */
const TAKEN_BY_RESOURCES = [
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
];
const TAKEN_BY_PROVIDERS = ["alias", "version"];

/**
 * Everything in a provider's declarations that Terraform would reject, panic at or quietly ignore, and that the compiler
 * can't see. For the provider's own unit tests; costs too much to repeat at every start.
 * @returns one sentence per finding, with where it is; empty when all is well
 * Source: hashicorp/terraform, internal/configs/configschema/internal_validate.go; terraform-plugin-framework's
 * attribute validation.
 */
export function checkProvider<Api>(provider: Provider<Api>): readonly string[] {
  const { name, resources, dataSources, ephemeralResources = [], functions = [] } = provider;
  const { listResources = [], actions = [] } = provider;
  return [
    ...served("provider", { name, doc: provider.doc, attributes: provider.attributes }, TAKEN_BY_PROVIDERS),
    ...onlyStored("provider", provider.attributes),
    ...onlySettable(provider.attributes),
    ...resources.flatMap((r) => {
      const at = `resource ${r.name}`;
      return [
        ...served(at, { ...r.spec, name: r.name }, TAKEN_BY_RESOURCES),
        ...versions(at, r.spec),
        ...checkIdentity(at, r.spec),
        ...checkMoves(at, r.spec),
        ...checkPlain(r.spec.attributes, `${at}: `),
      ];
    }),
    ...dataSources.flatMap((d) => {
      const at = `data source ${d.name}`;
      return [
        ...served(at, { ...d.spec, name: d.name }, TAKEN_BY_RESOURCES),
        ...onlyStored(at, d.spec.attributes),
        ...checkPlain(d.spec.attributes, `${at}: `),
        ...positive(`${at}: timeoutMs`, d.spec.timeoutMs),
      ];
    }),
    ...ephemeralResources.flatMap((e) => {
      const at = `ephemeral resource ${e.name}`;
      return [
        ...served(at, { ...e.spec, name: e.name }, TAKEN_BY_RESOURCES),
        ...onlyStored(at, e.spec.attributes),
        ...positive(`${at}: timeoutMs`, e.spec.timeoutMs),
      ];
    }),
    ...listResources.flatMap((l) => [
      ...configured(`list resource ${l.name}`, l),
      ...checkListed(l, resources),
    ]),
    ...actions.flatMap((a) => configured(`action ${a.name}`, a)),
    ...functions.flatMap(checkFunction),
    ...repeated("resource", resources),
    ...repeated("data source", dataSources),
    ...repeated("ephemeral resource", ephemeralResources),
    ...repeated("list resource", listResources),
    ...repeated("action", actions),
    ...repeated("function", functions),
  ];
}

interface Served {
  readonly name: string;
  readonly doc: string;
  readonly attributes: Attributes;
}

function served(at: string, { name, doc, attributes }: Served, taken: readonly string[]): readonly string[] {
  return [
    ...(NAME.test(name) ? [] : [`${at}: "${name}" is not a name for a type`]),
    ...(doc.trim() === "" ? [`${at}: has no doc`] : []),
    ...taken
      .filter((word) => Object.hasOwn(attributes, word))
      .map((word) => `${at}: "${word}" is Terraform's`),
    ...checkAttributes(attributes, `${at}: `),
  ];
}

/** Both stand in a block `config` of their own, so no name in it is Terraform's. */
function configured<Api>(at: string, { name, spec }: Configured<Api>): readonly string[] {
  return [
    ...served(at, { ...spec, name }, []),
    ...checkConfigured(at, spec.attributes),
    ...positive(`${at}: timeoutMs`, spec.timeoutMs),
  ];
}

/** Only a resource's configuration comes back at apply; elsewhere a value that is not stored would be lost. */
function onlyStored(at: string, attributes: Attributes): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { spec }]) =>
    spec.writeOnly ? [`${at}: ${name}: writeOnly has a meaning in resources only`] : [],
  );
}

function onlySettable(attributes: Attributes): readonly string[] {
  return Object.entries(attributes).flatMap(([name, { spec }]) =>
    spec.is === "computed" || spec.is === "optionalComputed"
      ? [`provider: ${name}: nothing computes a setting`]
      : [],
  );
}

function versions(at: string, spec: ResourceSpec<Attributes>): readonly string[] {
  return [
    ...checkVersions(at, "state", spec),
    ...Object.entries(spec.timeoutsMs).flatMap(([name, ms]) => positive(`${at}: timeoutsMs.${name}`, ms)),
  ];
}

function positive(what: string, ms: number): readonly string[] {
  return ms > 0 ? [] : [`${what} is ${ms}`];
}

function repeated(kind: string, all: readonly { readonly name: string }[]): readonly string[] {
  const names = all.map(({ name }) => name);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${kind} ${name}: declared twice`);
}
