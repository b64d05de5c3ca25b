import { NtExecutable, NtExecutableResource, Resource } from "./resedit.ts";

/** What Windows shows of a program: in its properties, in the task manager, when it asks for a permission. */
interface ProgramFacts {
  readonly product: string;
  readonly description: string;
  readonly company: string;
  readonly copyright: string;
  /** Three numbers. */
  readonly version: string;
}

const ENGLISH_US = 1033;
const UTF16 = 1200;
/** An icon, and a group of icons. Source: Microsoft, "Resource Types". */
const ICONS: readonly unknown[] = [3, 14];

/**
 * The same Windows executable with facts of ours in the place of its own, and without its icon. A signature is taken
 * away, since it would no longer be right. The same input gives the same octets.
 * Done to Bun's program before the compiler adds ours to it, so that the compiler lays out the final file.
 * @throws Error when the executable has other sections behind its resources than Bun's program has
 */
export function describeProgram(executable: Uint8Array, facts: ProgramFacts): Buffer {
  const program = NtExecutable.from(executable, { ignoreCert: true });
  const resources = NtExecutableResource.from(program);
  const [info = Resource.VersionInfo.createEmpty()] = Resource.VersionInfo.fromEntries(resources.entries);
  const language = { lang: ENGLISH_US, codepage: UTF16 };
  info.removeAllStringValues(language);
  info.setFileVersion(facts.version, ENGLISH_US);
  info.setProductVersion(facts.version, ENGLISH_US);
  info.setStringValues(language, {
    CompanyName: facts.company,
    FileDescription: facts.description,
    InternalName: facts.product,
    LegalCopyright: facts.copyright,
    OriginalFilename: `${facts.product}_v${facts.version}.exe`,
    ProductName: facts.product,
  });
  info.outputToResourceEntries(resources.entries);
  resources.entries = resources.entries.filter(({ type }) => !ICONS.includes(type));
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
