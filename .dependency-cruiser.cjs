/**
 * The direction rules, enforced: data flows from HCL through provider/sectigo and core to SCM, and nothing looks back.
 * Type-only imports count as well, since knowing a type is knowing its owner.
 */
const inside = (...folders) => `^(${folders.join("|")})`;
const ours = inside("core/", "provider/", "action/", "test/", "examples/");
// A module's own tests may look sideways; what they test may not.
const TESTS = "\\.(test|property\\.test|types)\\.ts$";

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: inside(from), pathNot: TESTS },
  to: { path: ours, pathNot: inside(from, ...allowed) },
});

module.exports = {
  forbidden: [
    only("base-stands-alone", "core/base/", [], "core/base does no I/O and knows nobody"),
    only("pki-knows-base", "core/pki/", ["core/base/"], "core/pki is pure: base ← pki"),
    only("scm-knows-pki-and-base", "core/scm/", ["core/base/", "core/pki/"], "base ← pki ← scm"),
    only(
      "domain-knows-scm",
      "core/domain/",
      ["core/base/", "core/pki/", "core/scm/"],
      "base ← pki ← scm ← domain",
    ),
    only(
      "store-knows-domain",
      "core/store/",
      ["core/base/", "core/scm/", "core/domain/"],
      "the store keeps what the domain defines; the domain does not know where",
    ),
    only("core-knows-itself", "core/", [], "core knows neither Terraform nor GitHub"),
    only("plugin-stands-alone", "provider/plugin/", [], "provider/plugin serves any plugin"),
    only(
      "framework-stands-alone",
      "provider/framework/",
      [],
      "provider/framework knows no wire and no product",
    ),
    only(
      "protocol-knows-framework",
      "provider/protocol/",
      ["provider/framework/"],
      "protocol translates for framework",
    ),
    only(
      "sectigo-knows-framework-and-core",
      "provider/sectigo/",
      ["provider/framework/", "core/index\\.ts"],
      "provider/sectigo reaches core by its public surface only",
    ),
    {
      name: "action-knows-core",
      comment: "the Action reaches core by its public surface only",
      severity: "error",
      from: { path: inside("action/"), pathNot: TESTS },
      to: { path: inside("core/"), pathNot: "^core/index\\.ts$" },
    },
    only(
      "fake-scm-imports-nothing",
      "test/fake-scm/",
      [],
      "written from the documents, it can't share our misreadings",
    ),
    {
      name: "no-test-in-product",
      severity: "error",
      from: {
        path: inside("core/", "provider/", "action/"),
        pathNot: [TESTS, "^provider/(build|cdktf|docs)/"],
      },
      to: { path: inside("test/", "examples/") },
    },
    {
      name: "action-and-provider-never-meet",
      comment: "but for the build, which gathers licences in the same way",
      severity: "error",
      from: { path: inside("action/"), pathNot: "^action/build/" },
      to: { path: inside("provider/") },
    },
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "dependencies-are-declared",
      severity: "error",
      from: { path: inside("core/", "provider/"), pathNot: [TESTS, "^provider/(build|cdktf|docs)/"] },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "files-only-at-the-edges",
      comment: "node:fs and child processes belong to the plugin socket, the builds and the tests",
      severity: "error",
      from: {
        path: inside("core/", "provider/"),
        pathNot: [TESTS, "^provider/(build|cdktf|docs|plugin)/", "^core/store/", "^provider/main\\.ts$"],
      },
      to: { path: "^(node:)?(fs|fs/promises|child_process)$", dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Tests may look sideways; and the parser does not know `await using` yet.
    exclude: { path: `(^|/)gen/|^dist/|^action/dist/|${TESTS}` },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      conditionNames: ["import", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
