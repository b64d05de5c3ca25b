import { DEFAULT_BASE_URL, runUrl } from "../core/index.ts";
import { markdownCode } from "./escape.ts";
import type { ConnectionInputs, Variables } from "./inputs/connection.ts";
import type { OrderInputs } from "./inputs/order.ts";

interface Placed {
  readonly connection: Pick<ConnectionInputs, "baseUrl" | "login">;
  readonly order: Pick<OrderInputs, "organization" | "profile" | "orderKey">;
}

/**
 * Where orders go, and which run says so: the last line of a summary or a comment. Without the login, which may be a secret of
 * the repository's.
 */
export function placeLine({ connection, order }: Placed, variables: Variables): string {
  const { baseUrl, login } = connection;
  const address = baseUrl ?? DEFAULT_BASE_URL;
  const host = URL.canParse(address) ? new URL(address).host : address;
  const customer = login?.customerUri;
  const run = runUrl(variables);
  const parts = [
    order.organization === null ? null : `Organization ${markdownCode(order.organization)}`,
    order.profile === null ? null : `SCM profile ${markdownCode(order.profile)}`,
    order.orderKey === null ? null : `order key ${markdownCode(order.orderKey)}`,
    `account ${customer === undefined ? "" : `${markdownCode(customer)} `}at ${markdownCode(host)}`,
    run === null || !/^https?:\/\/[^\s()<>]+$/.test(run) ? null : `[this run](${run})`,
  ];
  return `${parts.filter((part) => part !== null).join(" · ")}\n`;
}

/** A file of the repository as a link to the commit that is looked at; as code where GitHub does not say which that is. */
export function fileLink(path: string, commit: string | null, variables: Variables): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = variables;
  const code = markdownCode(path);
  if (!server || !repository || commit === null || !/^[0-9a-f]{7,64}$/.test(commit)) return code;
  // Brackets would end the link, and are left alone by the function.
  const address = path
    .split("/")
    .map((part) =>
      encodeURIComponent(part).replace(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    )
    .join("/");
  return `[${code}](${server}/${repository}/blob/${commit}/${address})`;
}
