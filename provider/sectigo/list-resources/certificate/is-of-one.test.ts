import { expect, it } from "vitest";
import {
  CancelledError,
  ConfigError,
  ContractError,
  LoginError,
  LostError,
  NotFoundError,
  OutageError,
  PrivilegeError,
  RateError,
  StoreError,
} from "../../../../core/index.ts";
import { isOfOne } from "./is-of-one.ts";

it.each([
  [true, new NotFoundError("read", { code: "missing.certificate", hint: "" })],
  [true, new ContractError("read", { code: "contract.shape", hint: "" })],
  [true, new PrivilegeError("read", { code: "privilege.not_authorized", hint: "" })],
  [false, new ContractError("read", { code: "contract.html", hint: "" })],
  [false, new PrivilegeError("read", { code: "privilege.blocked", hint: "" })],
  [false, new LoginError("read", { code: "login.refused", hint: "" })],
  [false, new OutageError("read", { code: "outage.server", hint: "" })],
  [false, new RateError("read", { code: "rate.limited", hint: "" }, null)],
  [false, new LostError("read", { code: "lost.reset", hint: "" })],
  [false, new CancelledError("read", { code: "cancelled.stopped", hint: "" })],
  [false, new ConfigError("read", { code: "config.business_unit", hint: "" })],
  [false, new StoreError("read", { code: "store.full", hint: "" })],
])("leaves out %j what failed by %s", (isOne, thrown) => {
  expect(isOfOne(thrown)).toBe(isOne);
});
