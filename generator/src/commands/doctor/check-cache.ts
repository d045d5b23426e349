import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DoctorCheck } from "./doctor-check.ts";

/**
 * Tries to write to the cache folder.
 *
 * @param folder created where missing
 */
export async function checkCache(folder: string): Promise<DoctorCheck> {
  const probe = path.join(folder, `probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, "");
    return { id: "cache", ok: true, detail: `${folder} is writable` };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const fix = "Allow this user to write there, or set SAILKIT_CACHE_DIR to another folder.";
    return { id: "cache", ok: false, detail: `Cannot write to the cache folder ${folder} (${reason}).`, fix };
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
