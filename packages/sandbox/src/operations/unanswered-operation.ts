import { manifest } from "@sailkit/beta-client/manifest";

/**
 * The operation of the API that a request calls, where it is none that a tenant answers.
 *
 * @param answered names of the operations that it answers
 */
export function unansweredOperation(method: string, pathname: string, answered: readonly string[]): string | undefined {
  const segments = pathname.split("/").slice(2);
  return Object.entries(manifest).find(
    ([name, operation]) =>
      operation.method === method && !answered.includes(name) && fits(operation.path.split("/").slice(1), segments),
  )?.[0];
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => (part.includes("{") ? segments[at] !== "" : part === segments[at]))
  );
}
