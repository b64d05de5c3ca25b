/**
 * What GitHub's toolkit gets when it asks for undici: the files of the one undici that core uses, and not undici's main
 * file, which loads web sockets, caches and mocks as well. The bundle would be 350 kB larger with it.
 */
export { default as ProxyAgent } from "undici/lib/dispatcher/proxy-agent.js";
export { fetch } from "undici/lib/web/fetch/index.js";
