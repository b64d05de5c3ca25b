/** True for what node:crypto throws on malformed input: with a code, or only with OpenSSL's own stack. */
export function isOpenSslError(error: unknown): boolean {
  return error instanceof Error && ("code" in error || "opensslErrorStack" in error);
}
