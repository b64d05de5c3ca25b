import { SENSOR_MEMBERS, type Sensor, sensorOf } from "../../core/index.ts";
import { inputFault, type ReadInput } from "./forms.ts";

const MEMBERS: readonly string[] = Object.values(SENSOR_MEMBERS);

/**
 * Ways out to SCM: a JSON list of objects. What is in them is judged by the client.
 * @throws ConfigError `config.input`; never with a value in it, since one of them may be a password
 */
export function readSensors(read: ReadInput): readonly Sensor[] {
  const text = read("sensors").trim();
  if (text === "") return [];
  const list = parsed(text);
  if (!Array.isArray(list)) throw fault("it is not a JSON list");
  return list.map(readSensor);
}

/** Passwords in the input, as far as it can be read: to be masked before anything is judged. */
export function sensorSecrets(read: ReadInput): readonly string[] {
  const list = parsed(read("sensors"));
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const password = typeof item === "object" && item !== null ? Object.entries(item) : [];
    return password.flatMap(([name, value]) => (name === "proxy_password" ? [String(value)] : []));
  });
}

function readSensor(item: unknown, index: number): Sensor {
  if (typeof item !== "object" || item === null) throw fault(`its element ${index + 1} is not an object`);
  const entries = Object.entries(item).map(([member, value]): [string, string] => {
    if (!MEMBERS.includes(member))
      throw fault(`its element ${index + 1} has a member ${JSON.stringify(member)}`);
    if (typeof value !== "string") throw fault(`${member} of its element ${index + 1} is not text`);
    return [member, value];
  });
  const written: Readonly<Record<string, string>> = Object.fromEntries(entries);
  const { name, proxy_url } = written;
  if (name === undefined || proxy_url === undefined)
    throw fault(`its element ${index + 1} lacks name or proxy_url`);
  return sensorOf({ ...written, name, proxy_url });
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
    `Write [{"name": "dc1", "proxy_url": "http://10.0.0.1:3128"}]; members are ${MEMBERS.join(", ")}.`,
  );
}
