export { type SandboxServer, type ServeOptions, serve } from "./serve.ts";
