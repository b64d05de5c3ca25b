/** Types for the files of undici that the toolkit gets; undici declares them for its main file only. */
declare module "undici/lib/dispatcher/proxy-agent.js" {
  import type { ProxyAgent } from "undici";

  const agent: typeof ProxyAgent;
  export default agent;
}

declare module "undici/lib/web/fetch/index.js" {
  export { fetch } from "undici";
}
