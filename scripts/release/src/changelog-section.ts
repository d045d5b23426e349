/** What a changelog says of a version, without the heading; empty where it says nothing. */
export function changelogSection(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m);
  const section = sections.find((text) => text.split("\n", 1)[0]?.trim() === version);
  return section === undefined ? "" : section.slice(section.indexOf("\n") + 1).trim();
}
