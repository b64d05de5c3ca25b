import { expect, it } from "vitest";
import { Health } from "./gen/health_pb.js";
import { GRPCBroker, GRPCController, GRPCStdio } from "./gen/plugin_pb.js";
import { outlineOf } from "./message-service.ts";
import { pluginServices } from "./plugin-services.ts";

it("outlines the services as their .proto files do", () => {
  expect(pluginServices(() => undefined).map(({ outline }) => outline)).toEqual(
    [GRPCController, GRPCStdio, GRPCBroker, Health].map(outlineOf),
  );
});
