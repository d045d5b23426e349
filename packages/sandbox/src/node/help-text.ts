/** What `--help` prints. */
export const helpText = `Starts a tenant of the beta API in memory, with tasks, tokens and a rate limit. Nothing leaves this machine.

  --port N         port to listen on, 0 for any that is free (4010)
  --host ADDRESS   address to listen on (127.0.0.1)
  --tasks N        completed tasks to begin with (2000)
  --seed TEXT      decides all names, ids and times that are made up (sailkit)
  --rate-limit N   requests in 10 s per client id, or off (100)
  --expires-in S   lifetime of an access token in seconds (749)
  --speed N        how many seconds of the tenant pass in a real one (1)
  --cors           let pages of other origins in
  -h, --help       this text
`;
