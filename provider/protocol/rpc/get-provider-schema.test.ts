import { toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../test/support/library-provider.ts";
import { serve } from "../../../test/support/library-service.ts";
import { listOf, string } from "../../framework/attribute.ts";
import { Provider } from "../gen/tfplugin6_pb.js";

describe("schema", () => {
  it("is answered without a configuration, with what we can do", async () => {
    const answer = await serve().ask("getProviderSchema", {});
    expect(answer.provider?.block?.attributes.map(({ name }) => name)).toEqual(["town"]);
    expect(Object.keys(answer.resourceSchemas)).toEqual(["library_book"]);
    expect(Object.keys(answer.dataSourceSchemas)).toEqual(["library_catalogue"]);
    expect(answer.serverCapabilities).toMatchObject({
      planDestroy: true,
      getProviderSchemaOptional: true,
      moveResourceState: true,
    });
    // Terraform panics at a schema without a block.
    for (const schema of [
      answer.provider,
      ...Object.values(answer.resourceSchemas),
      ...Object.values(answer.dataSourceSchemas),
    ])
      expect(schema?.block).toBeDefined();
  });

  it("has no nested objects in what resources and data sources compute, which older cores and mocks can't take", async () => {
    const found = listOf(
      { title: string({ is: "computed", doc: "Title." }) },
      { is: "computed", doc: "Found." },
    );
    const { spec, ...rest } = catalogue;
    const dataSources = [{ ...rest, spec: { ...spec, attributes: { ...spec.attributes, found } } }];
    const answer = await serve({ dataSources }).ask("getProviderSchema", {});
    const { attributes } = answer.dataSourceSchemas.library_catalogue?.block ?? { attributes: [] };
    expect(attributes.find(({ name }) => name === "found")?.nestedType).toBeUndefined();
  });

  it("is the same every time, byte for byte", async () => {
    const bytesOf = async () => {
      const { output } = Provider.method.getProviderSchema;
      return toBinary(output, await serve().ask("getProviderSchema", {}));
    };
    expect(await bytesOf()).toEqual(await bytesOf());
  });

  it("is summed up in the metadata", async () => {
    const answer = await serve().ask("getMetadata", {});
    expect(answer.resources).toMatchObject([{ typeName: "library_book" }]);
    expect(answer.dataSources).toMatchObject([{ typeName: "library_catalogue" }]);
  });
});
