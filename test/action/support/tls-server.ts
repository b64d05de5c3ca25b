/**
 * A TLS server of its own process, as a web server on a host: reads key and full chain from a directory, and again on SIGHUP.
 * Prints its port. `node tls-server.ts <directory> <name>`
 */
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";

const [, , directory = "", name = ""] = process.argv;
const read = () => ({
  key: readFileSync(join(directory, `${name}.key.pem`)),
  cert: readFileSync(join(directory, `${name}.full-chain.pem`)),
});

const server = createServer(read(), (socket) => socket.end());
server.on("tlsClientError", () => undefined);
process.on("SIGHUP", () => server.setSecureContext(read()));
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
