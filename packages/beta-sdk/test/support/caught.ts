/** What the promise rejects with; fails where it does not. */
export async function caught(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It did not fail, but gave ${JSON.stringify(value)}`);
}
