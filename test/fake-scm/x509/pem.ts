/** PEM armour (RFC 7468): 64 columns, LF, and, as SCM sends it, no line end after the last line. */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join("\n");
}

/** Drops an armour of the given labels if there is one and answers the bare base64 text, white space removed. */
export function stripArmour(text: string): string {
  return text.replace(/-----(BEGIN|END) [A-Z ]+-----/g, "").replace(/\s+/g, "");
}

/** DER blocks of every armoured section with that label, in order of the text. */
export function fromPem(label: string, text: string): Buffer[] {
  const sections = text.matchAll(new RegExp(`-----BEGIN ${label}-----([^-]*)-----END ${label}-----`, "g"));
  return [...sections].map((section) => Buffer.from(section[1] ?? "", "base64"));
}
