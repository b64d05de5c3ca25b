/**
 * The form in which two spellings of one serial number are equal: no colons or blanks, upper case, no leading zeros.
 * SCM itself spells them in three ways: `4F:0A:…` in details, plain hex in import answers, without leading zeros in
 * reports (Sectigo Certificate Manager REST API reference, May 2025).
 * @returns "0" for zero, "" for text without any digit
 */
export function normalizeSerial(serial: string): string {
  const digits = serial.trim().replace(/^0x/i, "").replace(/[:\s]/g, "").toUpperCase();
  return digits.replace(/^0+(?=.)/, "");
}

/** Whether two spellings mean the same serial number. */
export function sameSerial(one: string, other: string): boolean {
  return normalizeSerial(one) === normalizeSerial(other);
}

/** Upper-case hex, two digits per octet, as `openssl x509 -serial` prints it. */
export function serialText(magnitude: Buffer): string {
  return magnitude.length === 0 ? "00" : magnitude.toString("hex").toUpperCase();
}
