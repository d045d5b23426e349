/** npm packages that ship real OpenAPI documents, and where in them these stand: files, or folders searched deeply. */
export const corpus: readonly { readonly name: string; readonly places: readonly string[] }[] = [
  { name: "@blockfrost/openapi", places: ["openapi.yaml"] },
  { name: "@dcl/catalyst-api-specs", places: ["lib/api.yaml"] },
  { name: "@digdir/dialogporten-schema", places: ["swagger.verified.json"] },
  { name: "@directus/specs", places: ["dist/openapi.json"] },
  { name: "@figma/rest-api-spec", places: ["openapi/openapi.yaml"] },
  { name: "@ideal-postcodes/openapi", places: ["dist/openapi.yaml"] },
  // The dereferenced forms of the same documents are left out: they are many times as large and say nothing else.
  {
    name: "@octokit/openapi",
    places: ["api.github.com.json", "ghes-2.18.json", "ghes-2.22.json", "github.ae.json"].map(
      (file) => `generated/${file}`,
    ),
  },
  { name: "@readme/oas-examples", places: ["3.0/yaml", "3.1/json"] },
  { name: "@scalar/galaxy", places: ["dist/latest.yaml"] },
  { name: "rclone-openapi", places: ["openapi.json"] },
  { name: "shipengine-openapi", places: ["openapi.yaml"] },
];
