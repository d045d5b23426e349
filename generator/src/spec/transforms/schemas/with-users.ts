/**
 * Some keys, and those of everything that uses them, directly or through others.
 *
 * @param keys those to start from
 * @param edges who uses what: each key once, with the keys it uses, in which a key may stand several times
 */
export function withUsers(
  keys: Iterable<string>,
  edges: Iterable<readonly [user: string, used: Iterable<string>]>,
): Set<string> {
  const users = new Map<string, string[]>();
  for (const [user, used] of edges) {
    for (const one of used) {
      const known = users.get(one);
      if (!known) users.set(one, [user]);
      else if (known.at(-1) !== user) known.push(user);
    }
  }
  const found = new Set(keys);
  // A set goes on to what is added while it is walked.
  for (const key of found) for (const user of users.get(key) ?? []) found.add(user);
  return found;
}
