/** Times that LinkedIn does not tell and cannot be asked for. A test shortens them. */
export const waits = {
  /** A new picture is not ready at once, and an app that may only post is refused (403) when it asks whether it is. */
  imageMs: 4_000,
  /** For some seconds after it was given out, a token can be called revoked. */
  youngTokenMs: 5_000,
};
