import { defineConfig } from "./generator/src/config/define-config.ts";

/** Which APIs are generated, from where, to where. Another API version is one more entry, and one more package. */
export default defineConfig({
  apis: {
    beta: {
      spec: "spec/openapi.beta.yaml",
      overlay: "spec/overlay.beta.yaml",
      sdk: "spec/sdk.beta.yaml",
      package: "packages/beta-client",
    },
  },
  // The API lists the scopes of which a token needs one: docs/diff-rules.md says how we know.
  diff: { scopes: "any" },
});
