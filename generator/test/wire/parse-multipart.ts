import type { Part } from "./oracle/body-sample.ts";

/** Parts of a multipart body, in order; content as Latin-1. */
export function parseMultipart(contentType: string, body: Buffer): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  const [, ...sections] = `\r\n${body.toString("latin1")}`.split(`\r\n--${boundary}`);
  return sections.slice(0, -1).map((section) => {
    const end = section.indexOf("\r\n\r\n");
    const head = Buffer.from(section.slice(0, end), "latin1").toString("utf8");
    return {
      name: decodeQuoted(/[; ]name="([^"]*)"/i.exec(head)?.[1] ?? ""),
      content: section.slice(end + 4),
      type: /content-type: *([^\r\n]+)/i.exec(head)?.[1],
      isFile: /filename=/i.test(head),
    };
  });
}

const decodeQuoted = (name: string) => name.replace(/%(?:22|0D|0A)/g, decodeURIComponent);
