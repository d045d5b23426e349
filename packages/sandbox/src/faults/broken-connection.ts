/**
 * What a `fetch` rejects with where the connection breaks, and what the body of an answer fails with where it breaks
 * there. The Node adapter turns it into a reset of the socket. `cause.code` is the code that Node's own fetch gives.
 */
export class BrokenConnection extends TypeError {
  constructor(message: string, code: string) {
    super(message, { cause: Object.assign(new Error(code), { code }) });
  }
}
