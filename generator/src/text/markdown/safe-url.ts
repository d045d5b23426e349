/**
 * A URL of the spec as the destination of a Markdown link, or undefined where no reader should be sent there: anything but
 * an absolute http, https or mailto URL, and what names a user in front of the host.
 */
export function safeUrl(text: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(text.trim()) || !URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  if (!["http:", "https:", "mailto:"].includes(url.protocol) || url.username !== "" || url.password !== "") {
    return undefined;
  }
  const href = url.href.replace(/[^\w.~:/?#@!$&+,;=%-]/g, encodeCharacter);
  return href.replace(/&(?=#?\w+;)/g, "&amp;");
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
