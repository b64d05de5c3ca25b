import { join } from "node:path";
import { makePkcs12, type PrivateKey, privateKeyPem } from "../../core/index.ts";
import { planFiles } from "../certificate-files.ts";
import type { AgentInputs } from "../inputs/agent.ts";
import type { FileInputs } from "../inputs/files.ts";
import type { Result } from "../orders/result.ts";
import type { Step } from "../step.ts";
import { type WholeFile, writeWhole } from "../write-files.ts";
import { forgetPending, type KeyPlaces } from "./key-files.ts";

/** Where on this host the certificate goes. */
export interface HostPlace {
  readonly directory: string;
  readonly places: KeyPlaces;
  readonly shown: (path: string) => string;
}

/** Puts key, certificate and chain into their places together, so that a server that reloads finds what belongs together. */
export async function deliverOnHost(
  result: Result,
  key: PrivateKey,
  {
    inputs,
    place,
    step,
  }: {
    readonly inputs: { readonly agent: AgentInputs; readonly files: FileInputs };
    readonly place: HostPlace;
    readonly step: Step;
  },
): Promise<Result> {
  const { directory, places, shown } = place;
  const { agent, files: wanted } = inputs;
  const planned = planFiles(result, wanted, { directory, shown, now: step.clock.now() });
  if (planned.files.length === 0) return result;
  const pkcs12 = wanted.formats.includes("pkcs12")
    ? await pkcs12File(result, key, { agent, wanted, directory })
    : null;
  const keyFile: WholeFile = { path: places.current, content: privateKeyPem(key), mode: wanted.keyMode };
  await writeWhole([keyFile, ...planned.files, ...(pkcs12 === null ? [] : [pkcs12])], step.random);
  await forgetPending(places, key);
  const paths = {
    ...planned.result.paths,
    key: shown(places.current),
    ...(pkcs12 !== null && { pkcs12: shown(pkcs12.path) }),
  };
  return { ...planned.result, paths };
}

async function pkcs12File(
  { chain, name, commonName }: Result,
  key: PrivateKey,
  {
    agent,
    wanted,
    directory,
  }: { readonly agent: AgentInputs; readonly wanted: FileInputs; readonly directory: string },
): Promise<WholeFile | null> {
  // Both were refused to be missing before anything was ordered.
  if (chain === null || agent.pkcs12Password === null) return null;
  const content = await makePkcs12({
    ...{ key, certificate: chain.leaf, chain: chain.intermediates },
    password: agent.pkcs12Password,
    friendlyName: commonName,
  });
  return { path: join(directory, `${name}.p12`), content, mode: wanted.keyMode };
}
