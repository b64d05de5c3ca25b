import { ConfigError } from "../base/errors.ts";
import type { UrlVerdict } from "./base-url.ts";

/** An address that credentials may go to. */
export type GoodUrl = Extract<UrlVerdict, { ok: true }>;

/** @throws ConfigError `config.base_url`, `config.token_url` */
export function acceptUrl(path: "base_url" | "token_url", verdict: UrlVerdict): GoodUrl {
  if (verdict.ok) return verdict;
  throw new ConfigError((words) => `${words[path]} is refused: ${verdict.reason}`, {
    code: `config.${path}`,
    path,
    hint: verdict.hint,
  });
}
