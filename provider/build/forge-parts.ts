import type { Plugin } from "esbuild";

/** What node-forge's file of password-based encryption loads for its other functions: ciphers, a random source, RSA, PEM. */
const UNUSED = /^\.\/(aes|des|md|pbkdf2|pem|random|rc2|rsa)$/;

/**
 * Leaves out of a bundle what node-forge's key derivation of PKCS#12 does not call: 90 kB, and code that has no business in the
 * product. `node-forge/lib/pbe.js` has that one function beside others, and its first lines ask for all that those need.
 */
export const forgeParts: Plugin = {
  name: "parts of node-forge",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path, importer }) =>
      /\/node-forge\/lib\/pbe\.js$/.test(importer.replaceAll("\\", "/"))
        ? { path: path.slice(2), namespace: "unused", pluginData: importer }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: "unused" }, ({ path, pluginData }) => ({
      // pbe.js takes the class of large numbers from what RSA has loaded, and never uses it here.
      contents: path === "rsa" ? 'require("./forge").jsbn = {};' : "",
      resolveDir: pluginData.replace(/[\\/]pbe\.js$/, ""),
    }));
  },
};
