import { ensureJar } from "../../src/java/ensure-jar.ts";

// Started by the test several times at once; the pin is the argument.
const [version = "", sha256 = ""] = process.argv.slice(2);
const { file } = await ensureJar({ pin: { version, sha256 } });
process.stdout.write(file);
