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

/**
 * Upper-case hex, two digits per octet, as `openssl x509 -serial` prints it.
 * @param octets in two's complement: a few old CAs gave out negative numbers by mistake, and they get a minus sign
 */
export function serialText(octets: Buffer): string {
  const number = BigInt.asIntN(octets.length * 8, BigInt(`0x${octets.toString("hex")}`));
  const hex = (number < 0n ? -number : number).toString(16).toUpperCase();
  return `${number < 0n ? "-" : ""}${hex.length % 2 === 0 ? hex : `0${hex}`}`;
}
