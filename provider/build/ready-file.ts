import type { createFileRegistry, DescFile } from "@bufbuild/protobuf";
import type { FileDescriptorProto } from "@bufbuild/protobuf/wkt";

/** A message of descriptor.proto: its members that are set, and `$typeName`. */
type Plain = { [member: string]: unknown };

/** What messages of a type have where nothing is set, by the name of the type. */
type Defaults = Readonly<Record<string, Plain>>;

/** A decoded description as data: JSON of it, and once for each type what its messages have without. */
export interface PlainFile {
  readonly text: string;
  readonly defaults: Defaults;
}

/**
 * Stands in the bundle for the library's `fileDesc`, which decodes a description of messages at each start, and for that
 * builds the description of descriptions first.
 * @param imports  the files that it builds on
 * @param registryOf  the library's own, which need not judge names again that were judged at the build
 * @throws Error when it builds on others
 */
export function readyFile(
  { text, defaults }: PlainFile,
  imports: readonly DescFile[],
  registryOf: typeof createFileRegistry,
): DescFile {
  // `as`: the text was made of such a message.
  const proto = revive(JSON.parse(text), defaults) as FileDescriptorProto;
  const files = registryOf(proto, (name) => imports.find((file) => file.proto.name === name));
  const file = files.getFile(proto.name);
  if (file === undefined) throw new Error(`${proto.name} is not in its own registry`);
  return file;
}

/** Gives each message its defaults back, where the library looks for them: on its prototype. */
function revive(value: unknown, defaults: Defaults): unknown {
  if (Array.isArray(value)) return value.map((member) => revive(member, defaults));
  if (typeof value !== "object" || value === null) return value;
  const plain = value as Plain; // what JSON gives for an object
  // A prototype that an object is given later costs more than a copy.
  const message: Plain = Object.create(defaults[String(plain.$typeName)] ?? Object.prototype);
  for (const member of Object.keys(plain)) message[member] = revive(plain[member], defaults);
  return message;
}
