import type { Login } from "./login.ts";

/** Environment variables of what a connection needs, by core's names. Front ends have their own beside each. */
export const CONNECTION_VARIABLES = {
  baseUrl: "SECTIGO_BASE_URL",
  customerUri: "SECTIGO_CUSTOMER_URI",
  username: "SECTIGO_USERNAME",
  password: "SECTIGO_PASSWORD",
  clientId: "SECTIGO_CLIENT_ID",
  clientSecret: "SECTIGO_CLIENT_SECRET",
  tokenUrl: "SECTIGO_TOKEN_URL",
  clientCertificate: "SECTIGO_CLIENT_CERTIFICATE",
  clientKey: "SECTIGO_CLIENT_KEY",
  caCertificates: "SECTIGO_CA_CERTIFICATES",
} as const;

export type ConnectionSetting = keyof typeof CONNECTION_VARIABLES;
type Kind = Login["kind"];

/** What tells one way to sign in from the others, and what each needs. */
const WAYS: {
  readonly [K in Kind]: {
    readonly marks: readonly ConnectionSetting[];
    readonly needs: readonly ConnectionSetting[];
  };
} = {
  password: { marks: ["password"], needs: ["customerUri", "username", "password"] },
  certificate: {
    marks: ["clientCertificate", "clientKey"],
    needs: ["customerUri", "username", "clientCertificate", "clientKey"],
  },
  oauth2: { marks: ["clientId", "clientSecret"], needs: ["clientId", "clientSecret"] },
};

export function marksOf(kind: Kind): readonly ConnectionSetting[] {
  return WAYS[kind].marks;
}

export function needsOf(kind: Kind): readonly ConnectionSetting[] {
  return WAYS[kind].needs;
}

/**
 * Ways to sign in that are set: what is given explicitly decides before the environment, so that a CI's variables for one
 * account do not get in the way of another.
 * @param from where a setting comes from; null when it is not set
 * @returns none when nothing is set, which reads as a forgotten password; several are the front end's error
 */
export function signInWays(
  from: (setting: ConnectionSetting) => "given" | "environment" | null,
): readonly Kind[] {
  const kinds = Object.keys(WAYS) as Kind[]; // the record's own keys
  const given = kinds.filter((kind) => WAYS[kind].marks.some((setting) => from(setting) === "given"));
  if (given.length > 0) return given;
  return kinds.filter((kind) => WAYS[kind].marks.some((setting) => from(setting) !== null));
}

/** A login of settings, all of which that its way needs are there. */
export function loginOf(kind: Kind, settingOf: (setting: ConnectionSetting) => string | undefined): Login {
  const value = (setting: ConnectionSetting): string => settingOf(setting) ?? "";
  const person = { customerUri: value("customerUri"), username: value("username") };
  switch (kind) {
    case "password":
      return { kind, ...person, password: value("password") };
    case "certificate":
      return { kind, ...person, certificatePem: value("clientCertificate"), keyPem: value("clientKey") };
    case "oauth2":
      return {
        ...{ kind, clientId: value("clientId"), clientSecret: value("clientSecret") },
        tokenUrl: settingOf("tokenUrl"),
        customerUri: settingOf("customerUri"),
      };
  }
}
