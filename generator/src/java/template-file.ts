/** One template that makes files. Adding a file to the output is adding one of these. */
export interface TemplateFile {
  /**
   * Path below the templates folder, with forward slashes: `client/operations.mustache`. Each template makes one entry.
   */
  readonly template: string;
  /** `api`: rendered once per tag that has operations. `supporting`: rendered once. */
  readonly type: "api" | "supporting";
  /**
   * Where the result goes, below the output folder, with forward slashes. An `api` template must have `{tag}` in it:
   * `operations/{tag}.ts`.
   */
  readonly destination: string;
}
