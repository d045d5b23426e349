#!/usr/bin/env node
import { enableCompileCache } from "node:module";

enableCompileCache();
const { program } = await import("../src/cli/program.ts");
await program().parseAsync();
