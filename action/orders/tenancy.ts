import {
  ConfigError,
  type CustomField,
  nextMisfit,
  type Organization,
  PrivilegeError,
  type Resolution,
  resolveOrganization,
  resolveScmProfile,
  type ScmClient,
  type ScmProfile,
  type TermMisfit,
  type TermVerdict,
  type Text,
  termFor,
  type WaitOptions,
} from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";

/** Where orders of this step go, and what SCM offers there. Undefined: this administrator may not list it. */
export interface Tenancy {
  readonly organizationId: number;
  readonly scmProfileId: number;
  /** Of every order that enrolls. */
  readonly term: TermVerdict;
  readonly misfit: TermMisfit | null;
  readonly organizations?: readonly Organization[] | undefined;
  readonly profiles?: readonly ScmProfile[] | undefined;
  readonly customFields?: readonly CustomField[] | undefined;
}

/**
 * Finds organization, SCM profile and term of the step's orders, with a call each for what the inputs leave open.
 * @throws ConfigError `config.organization`, `config.profile`; what SCM refuses
 */
export async function findTenancy(
  client: ScmClient,
  inputs: OrderInputs,
  { now, wait }: { readonly now: Date; readonly wait: WaitOptions },
): Promise<Tenancy> {
  const [organizations, customFields] = await Promise.all([
    isId(inputs.organization) ? undefined : ifAllowed(client.organizations.list(wait)),
    inputs.customFields === null ? undefined : ifAllowed(client.customFields.list(wait)),
  ]);
  const organizationId = idOf("organization", inputs.organization, (name) =>
    organizations === undefined ? null : resolveOrganization(name, organizations),
  );
  const profiles = await ifAllowed(client.profiles.list({ organizationId }, wait));
  const scmProfileId = idOf("profile", inputs.profile, (name) =>
    profiles === undefined ? null : resolveScmProfile(name, profiles),
  );
  const profile = profiles?.find((each) => each.scmProfileId === scmProfileId);
  const question = {
    ...{ wishedDays: inputs.termDays, offeredDays: profile?.termsDays ?? [] },
    ...{ isPublic: !inputs.isPrivateTrust, now },
  };
  const [term, misfit] = [termFor(question), nextMisfit(question)];
  return { organizationId, scmProfileId, term, misfit, organizations, profiles, customFields };
}

function isId(text: string | null): boolean {
  return text !== null && /^\d+$/.test(text);
}

function idOf(
  input: "organization" | "profile",
  given: string | null,
  resolve: (name: string) => Resolution | null,
): number {
  const what = input === "profile" ? "the SCM profile" : "the organization";
  if (given === null) throw fault(input, `${what} is not given`, `Set the input ${input} to its name or id.`);
  if (isId(given)) return Number(given);
  const resolution = resolve(given);
  if (resolution?.kind === "found") return resolution.id;
  if (resolution === null)
    throw fault(
      input,
      `${what} can't be looked up by this administrator`,
      "Give its id instead of its name.",
    );
  throw fault(input, resolution.summary, resolution.detail);
}

function fault(input: "organization" | "profile", found: string, hint: Text): ConfigError {
  return new ConfigError(`prepare the order: ${found}`, {
    code: `config.${input}`,
    path: input,
    hint,
  });
}

/** Who may enroll may still not be allowed to list; then SCM itself judges. */
export async function ifAllowed<T>(question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (thrown) {
    if (thrown instanceof PrivilegeError) return undefined;
    throw thrown;
  }
}
