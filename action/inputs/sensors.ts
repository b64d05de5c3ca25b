import type { Sensor } from "../../core/index.ts";
import { inputFault, type ReadInput } from "./forms.ts";

/** Members of a sensor, by the names they have in the provider block: what is written for one serves for the other. */
const MEMBERS: Readonly<Record<string, keyof Sensor>> = {
  name: "name",
  proxy_url: "proxyUrl",
  proxy_username: "proxyUsername",
  proxy_password: "proxyPassword",
  base_url: "baseUrl",
  ca_certificates_pem: "caCertificatesPem",
};

/**
 * Ways out to SCM: a JSON list of objects. What is in them is judged by the client.
 * @throws ConfigError `config.input`; never with a value in it, since one of them may be a password
 */
export function readSensors(read: ReadInput): readonly Sensor[] {
  const text = read("sensors").trim();
  if (text === "") return [];
  const list = parsed(text);
  if (!Array.isArray(list)) throw fault("it is not a JSON list");
  return list.map(sensorOf);
}

/** Passwords in the input, as far as it can be read: to be masked before anything is judged. */
export function sensorSecrets(read: ReadInput): readonly string[] {
  const list = parsed(read("sensors"));
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const password = typeof item === "object" && item !== null ? Object.entries(item) : [];
    return password.flatMap(([name, value]) => (name === "proxy_password" ? [String(value)] : []));
  });
}

function sensorOf(item: unknown, index: number): Sensor {
  if (typeof item !== "object" || item === null) throw fault(`its element ${index + 1} is not an object`);
  const entries = Object.entries(item).map(([name, value]): [keyof Sensor, string] => {
    const member = MEMBERS[name];
    if (member === undefined) throw fault(`its element ${index + 1} has a member ${JSON.stringify(name)}`);
    if (typeof value !== "string") throw fault(`${name} of its element ${index + 1} is not text`);
    return [member, value];
  });
  const given: Partial<Sensor> = Object.fromEntries(entries);
  const { name, proxyUrl } = given;
  if (name === undefined || proxyUrl === undefined)
    throw fault(`its element ${index + 1} lacks name or proxy_url`);
  return { ...given, name, proxyUrl };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // Told as "no JSON list"; the parser's own message would quote the text.
    return null;
  }
}

function fault(found: string) {
  return inputFault(
    "sensors",
    found,
    `Write [{"name": "dc1", "proxy_url": "http://10.0.0.1:3128"}]; members are ${Object.keys(MEMBERS).join(", ")}.`,
  );
}
