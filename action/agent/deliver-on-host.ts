import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keyPair, makePkcs12, type PrivateKey, privateKeyPem } from "../../core/index.ts";
import { planFiles } from "../certificate-files.ts";
import { compareFiles } from "../compare-files.ts";
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
  const pair = result.chain === null ? null : keyPair(result.chain.leaf, key);
  const content = pair?.privateKeyPem ?? privateKeyPem(key);
  step.log.mask(content);
  const keyFile: WholeFile = { path: places.current, content, mode: wanted.keyMode };
  const files = [keyFile, ...planned.files];
  const isChanged = (await compareFiles(files)) !== "same";
  const isNew = agent.hook !== null && (await anyDiffers(files.filter(({ path }) => path.endsWith(".pem"))));
  // First, so that a run that ends midway leaves it.
  const due = isNew ? [{ path: places.hookDue, content: "", mode: 0o600 }] : [];
  await writeWhole([...due, ...files, ...(pkcs12 === null ? [] : [pkcs12])], step.random);
  await forgetPending(places, key, step.log);
  const paths = {
    ...planned.result.paths,
    key: shown(places.current),
    ...(pkcs12 !== null && { pkcs12: shown(pkcs12.path) }),
  };
  return { ...planned.result, paths, isDelivered: true, isChanged };
}

/** Whether what lies on the disk is not what is to lie there; a file that can't be read is another one. */
async function anyDiffers(files: readonly WholeFile[]): Promise<boolean> {
  const found = await Promise.all(files.map(({ path }) => readFile(path, "utf8").catch(() => null)));
  return files.some(({ content }, index) => content !== found[index]);
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
