import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { refuse } from "./refuse.ts";

const inflate = promisify(gunzip);

/**
 * The bytes themselves, or what is in them when they are gzip (told by the first two bytes, not by the file's name).
 * Never inflates more than `maxBytes`.
 *
 * @throws SpecRefusal when the content is larger than `maxBytes` or the gzip stream is damaged.
 */
export async function decompress(bytes: Buffer, name: string, maxBytes: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await inflate(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      refuse({
        rule: "too-large",
        pointer: "",
        message: `"${name}" inflates to more than ${maxBytes} bytes.`,
        hint: "Split the document, or leave out the parts that no client needs.",
      });
    }
    return refuse({
      rule: "damaged-gzip",
      pointer: "",
      message: `"${name}" starts like a gzip file, but its content is damaged or cut off.`,
      hint: "Fetch or compress the file again.",
    });
  }
}
