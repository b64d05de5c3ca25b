import { ConfigError, type Login } from "../../core/index.ts";
import { BLOCK, type SettingName, type Settings, variableOf } from "./settings.ts";

type Kind = Login["kind"];

/** What tells one way to sign in from the others, and what each needs. Public ones are shown in messages. */
const WAYS: {
  readonly [K in Kind]: { readonly marks: readonly SettingName[]; readonly needs: readonly SettingName[] };
} = {
  password: { marks: ["password"], needs: ["customer_uri", "username", "password"] },
  certificate: {
    marks: ["client_certificate_pem", "client_key_pem"],
    needs: ["customer_uri", "username", "client_certificate_pem", "client_key_pem"],
  },
  oauth2: { marks: ["client_id", "client_secret"], needs: ["client_id", "client_secret"] },
};

const PUBLIC: ReadonlySet<SettingName> = new Set(["customer_uri", "username", "client_id"]);

/**
 * Chooses the way to sign in by what is set: the provider block decides before the environment, so that a CI's variables
 * for one account do not get in the way of another. Nothing set at all reads as a forgotten password.
 * @throws ConfigError when one place sets two ways at once, naming both
 */
export function chooseSignIn(settings: Settings): Kind {
  const kinds = Object.keys(WAYS) as Kind[]; // the record's own keys
  const inBlock = kinds.filter((kind) => marksOf(kind).some((name) => settings[name]?.source === BLOCK));
  const anywhere = kinds.filter((kind) => marksOf(kind).some((name) => settings[name] !== undefined));
  const candidates = inBlock.length > 0 ? inBlock : anywhere;
  const [chosen = "password", other] = candidates;
  if (other === undefined) return chosen;
  const named = candidates.map((kind) =>
    marksOf(kind)
      .filter((name) => settings[name] !== undefined)
      .join(" and "),
  );
  throw new ConfigError(
    `configure the provider: ${named.join(", ")} are set, which are ${candidates.length} ways to sign in`,
    {
      code: "config.sign_in_ambiguous",
      path: marksOf(other)[0],
      hint: `Keep one: a password, a client certificate with its key, or a client id with its secret. Unset the others${inBlock.length > 0 ? "" : " in the environment"}.`,
    },
  );
}

/**
 * What core signs in with.
 * @throws ConfigError naming every setting of the chosen way that is missing
 */
export function loginOf(kind: Kind, settings: Settings): Login {
  const missing = WAYS[kind].needs.filter((name) => settings[name] === undefined);
  if (missing.length > 0) throw missingSettings(missing);
  const value = (name: SettingName): string => settings[name]?.value ?? "";
  const customerUri = settings.customer_uri?.value;
  switch (kind) {
    case "password":
      return {
        kind,
        customerUri: value("customer_uri"),
        username: value("username"),
        password: value("password"),
      };
    case "certificate":
      return {
        kind,
        customerUri: value("customer_uri"),
        username: value("username"),
        certificatePem: value("client_certificate_pem"),
        keyPem: value("client_key_pem"),
      };
    case "oauth2":
      return {
        kind,
        clientId: value("client_id"),
        clientSecret: value("client_secret"),
        tokenUrl: settings.token_url?.value,
        customerUri,
      };
  }
}

/** Where each part of the sign-in came from, as one sentence; secrets are named and never shown. */
export function describeOrigins(kind: Kind, settings: Settings): string {
  const parts = WAYS[kind].needs.flatMap((name) => {
    const setting = settings[name];
    if (setting === undefined) return [];
    return [
      `${name}${PUBLIC.has(name) ? ` ${JSON.stringify(setting.value)}` : ""} comes from ${setting.source}`,
    ];
  });
  return `${parts.join(", ")}.`;
}

function marksOf(kind: Kind): readonly SettingName[] {
  return WAYS[kind].marks;
}

/** All at once: who has forgotten one has often forgotten three. */
function missingSettings(names: readonly SettingName[]): ConfigError {
  const verb = names.length === 1 ? "is" : "are";
  return new ConfigError(`configure the provider: ${names.join(", ")} ${verb} missing`, {
    code: "config.setting_missing",
    path: names[0],
    hint: names.map(howToSet).join(" "),
  });
}

function howToSet(name: SettingName): string {
  return PUBLIC.has(name) || name === "client_certificate_pem"
    ? `Set "${name}" in the provider block, or ${variableOf(name)}.`
    : `Set ${variableOf(name)}, or "${name}" from an ephemeral variable, so that it stands in no file.`;
}
