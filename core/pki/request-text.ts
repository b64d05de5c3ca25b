import { writePem } from "./pem.ts";

/**
 * Text of a request's file as tools write it: PEM in UTF-8 or UTF-16 (Windows PowerShell), with a byte order mark or without,
 * or DER (`certreq`, `openssl req -outform DER`). What is neither comes back as it can be read; the parser says what is wrong.
 */
export function requestText(file: Uint8Array): string {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (isDer(bytes)) return writePem("CERTIFICATE REQUEST", bytes);
  return decode(bytes).replace(/^\ufeff/, "");
}

/** A SEQUENCE of 128 octets or more, which no text begins like: the second octet is beyond ASCII and no UTF-8. */
function isDer([first, second = 0]: Uint8Array): boolean {
  return first === 0x30 && second > 0x80 && second < 0x85;
}

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return bytes.toString("utf16le");
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  return bytes.toString("utf8");
}
