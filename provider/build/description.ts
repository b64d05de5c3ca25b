import type { Plugin } from "esbuild";

/**
 * Puts what the provider says of itself into the bundle as octets, in the place of the code that makes them. Encoding them
 * takes the whole provider, which Terraform would wait for at the start of every command.
 */
export const description: Plugin = {
  name: "description of the provider",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]provider[\\/]describe-provider\.ts$/ }, async () => {
      // Imported here, because bundles of other programs don't need it.
      const { describeProvider } = await import("../describe-provider.ts");
      const members = Object.entries(describeProvider()).map(
        ([call, octets]) => `get ${call}() { return Buffer.from("${octetsAsText(octets)}", "base64"); }`,
      );
      return { contents: `export const describeProvider = () => ({ ${members.join(", ")} });`, loader: "js" };
    });
  },
};

function octetsAsText(octets: Uint8Array): string {
  return Buffer.from(octets).toString("base64");
}
