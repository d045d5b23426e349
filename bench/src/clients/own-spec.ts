import path from "node:path";
import { repository } from "../speed/repository.ts";

/** The spec in `spec/`, five operations, from which peers generate the clients that ours is measured against. */
export const ownSpec = path.join(repository, "spec/openapi.beta.yaml");
