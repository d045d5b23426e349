import { readFileSync, writeFileSync } from "node:fs";
import { templateReadme } from "./template-readme.ts";

/** Renews the table of variables in the README of the templates. */
const { file, text } = await templateReadme();
if (readFileSync(file, "utf8") !== text) writeFileSync(file, text);
