/** A request that cannot be built from its parameters. Nothing was sent. */
export class RequestError extends TypeError {
  override readonly name = "RequestError";
}
