import { ConfigError, type Login, loginOf as login, marksOf, needsOf, signInWays } from "../../core/index.ts";
import { argumentOf, BLOCK, type SettingName, type Settings, variableOf } from "./settings.ts";

type Kind = Login["kind"];

const PUBLIC: ReadonlySet<SettingName> = new Set(["customer_uri", "username", "client_id"]);

/**
 * Chooses the way to sign in by what is set: the provider block decides before the environment, so that a CI's variables
 * for one account do not get in the way of another. Nothing set at all reads as a forgotten password.
 * @throws ConfigError when one place sets two ways at once, naming both
 */
export function chooseSignIn(settings: Settings): Kind {
  const candidates = signInWays((setting) => {
    const found = settings[argumentOf(setting)];
    return found === undefined ? null : found.source === BLOCK ? "given" : "environment";
  });
  const [chosen = "password", other] = candidates;
  if (other === undefined) return chosen;
  const isInBlock = marksOf(chosen).some((setting) => settings[argumentOf(setting)]?.source === BLOCK);
  const named = candidates.map((kind) =>
    marksOf(kind)
      .map(argumentOf)
      .filter((name) => settings[name] !== undefined)
      .join(" and "),
  );
  throw new ConfigError(
    `configure the provider: ${named.join(", ")} are set, which are ${candidates.length} ways to sign in`,
    {
      code: "config.sign_in_ambiguous",
      path: marksOf(other).map(argumentOf)[0],
      hint: `Keep one: a password, a client certificate with its key, or a client id with its secret. Unset the others${isInBlock ? "" : " in the environment"}.`,
    },
  );
}

/**
 * What core signs in with.
 * @throws ConfigError naming every setting of the chosen way that is missing
 */
export function loginOf(kind: Kind, settings: Settings): Login {
  const missing = needsOf(kind)
    .map(argumentOf)
    .filter((name) => settings[name] === undefined);
  if (missing.length > 0) throw missingSettings(missing);
  return login(kind, (setting) => settings[argumentOf(setting)]?.value);
}

/** Where each part of the sign-in came from, as one sentence; secrets are named and never shown. */
export function describeOrigins(kind: Kind, settings: Settings): string {
  const parts = needsOf(kind)
    .map(argumentOf)
    .flatMap((name) => {
      const setting = settings[name];
      if (setting === undefined) return [];
      return [
        `${name}${PUBLIC.has(name) ? ` ${JSON.stringify(setting.value)}` : ""} comes from ${setting.source}`,
      ];
    });
  return `${parts.join(", ")}.`;
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
