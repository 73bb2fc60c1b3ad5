/**
 * On a connection that is being renewed no acknowledgement goes out any more: what was asked is
 * answered all the same. The SDK logs it.
 */
export async function acknowledge(ack: () => Promise<void>): Promise<void> {
  await ack().catch(() => undefined);
}
