import { createRequire } from "node:module";

/**
 * resedit, with types for what is used of it. Its own types bring those of a browser into the whole project, where
 * `CryptoKey` and `fetch` then mean others than Node's; so the compiler must not find them by an import.
 */
interface ResEdit {
  readonly NtExecutable: {
    from(octets: Uint8Array, options: { readonly ignoreCert: boolean }): Program;
  };
  readonly NtExecutableResource: { from(program: Program): ResourceSection };
  readonly Resource: {
    readonly VersionInfo: {
      fromEntries(entries: readonly ResourceEntry[]): VersionInfo[];
      createEmpty(): VersionInfo;
    };
  };
}

interface Program {
  generate(): ArrayBuffer;
}

interface ResourceEntry {
  readonly type: string | number;
}

interface ResourceSection {
  entries: ResourceEntry[];
  outputResource(program: Program): void;
}

interface Language {
  readonly lang: number;
  readonly codepage: number;
}

interface VersionInfo {
  removeAllStringValues(language: Language): void;
  setFileVersion(version: string, lang: number): void;
  setProductVersion(version: string, lang: number): void;
  setStringValues(language: Language, values: Readonly<Record<string, string>>): void;
  getStringValues(language: Language): Record<string, string>;
  outputToResourceEntries(entries: ResourceEntry[]): void;
}

export const { NtExecutable, NtExecutableResource, Resource } = createRequire(import.meta.url)(
  "resedit",
) as ResEdit;
