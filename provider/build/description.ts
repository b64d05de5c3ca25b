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
      const { service, answers } = describeProvider();
      const members = Object.entries(answers).map(
        ([call, octets]) => `${call}: Buffer.from("${octetsAsText(octets)}", "base64")`,
      );
      const contents = `export const describeProvider = () => ({
        service: ${JSON.stringify(service)},
        answers: { ${members.join(", ")} },
      });`;
      return { contents, loader: "js" };
    });
  },
};

function octetsAsText(octets: Uint8Array): string {
  return Buffer.from(octets).toString("base64");
}
