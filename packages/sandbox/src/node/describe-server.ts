import { sandboxClients } from "../auth/sandbox-clients.ts";

/** What a person needs to know of a sandbox that has just started at `url`. */
export function describeServer(url: string): string {
  const { application, user } = sandboxClients;
  return `The sandbox listens on ${url}. Ctrl+C stops it.

  API             ${url}/beta
  token endpoint  ${url}/oauth/token

  A user (personal access token), may do everything:
    SAIL_BASE_URL=${url}
    SAIL_CLIENT_ID=${user.id}
    SAIL_CLIENT_SECRET=${user.secret}

  An application, may read:
    SAIL_CLIENT_ID=${application.id}
    SAIL_CLIENT_SECRET=${application.secret}

Try it:

  curl -s -d grant_type=client_credentials -d client_id=${user.id} -d client_secret=${user.secret} ${url}/oauth/token

  curl -s -H "Authorization: Bearer <access_token>" "${url}/beta/task-status?limit=3&sorters=-created"
`;
}
