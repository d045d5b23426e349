import { watchPreview } from "../../commands/templates/preview.ts";
import type { PreviewOptions } from "../../template/preview/preview-options.ts";
import { servePreview } from "../../template/web/serve-preview.ts";
import { ExitCode } from "../exit-code.ts";

/** Runs `sailkit templates preview --web`: a page on this machine, until the signal. */
export async function runPreviewWeb(options: PreviewOptions, { port }: { readonly port?: string }): Promise<number> {
  const number = port === undefined ? 0 : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`--port is "${port}". Use a number up to 65535.`);
  const server = await servePreview(number);
  const abort = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => abort.abort());
  console.log(`${server.url} shows each save of a template. Ctrl+C ends.`);
  try {
    await watchPreview(options, server.listener, abort.signal);
  } finally {
    server.close();
  }
  return ExitCode.success;
}
