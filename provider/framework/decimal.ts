/**
 * A number as Terraform means it: exact, of any size, compared by value.
 *
 * Terraform computes with 512-bit floats, so a JavaScript number would lose digits (9007199254740993 becomes …992) and
 * the plan would fail. We keep the decimal text that came in and only ever compare or convert it on request.
 */
export class Decimal {
  readonly #text: string;
  #canonical: string | undefined;

  private constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param source decimal text ("12", "-0.5", "1e400"), a bigint, or a finite JavaScript number
   * @throws RangeError when the text is not a decimal number (NaN and infinities have no place in Terraform)
   */
  static from(source: string | bigint | number): Decimal {
    const text = typeof source === "number" ? textOf(source) : String(source);
    if (!DECIMAL_TEXT.test(text)) throw new RangeError(`not a decimal number: ${text.slice(0, 40)}`);
    return new Decimal(text);
  }

  /** Equal by value: "1.50" equals "1.5", "1e2" equals "100". */
  equals(other: Decimal): boolean {
    return this.#text === other.#text || this.canonical() === other.canonical();
  }

  /** The number as a safe JavaScript integer, or null when it has a fraction or lies outside ±(2^53 − 1). */
  toSafeInteger(): number | null {
    const value = Number(this.#text) + 0; // -0 + 0 is 0: there is one zero only
    return Number.isSafeInteger(value) && Decimal.from(value).equals(this) ? value : null;
  }

  /** Text as received; what goes back on the wire. */
  toString(): string {
    return this.#text;
  }

  /** Sign, significant digits and exponent without superfluous zeros: equal values have equal text. */
  canonical(): string {
    this.#canonical ??= canonicalize(this.#text);
    return this.#canonical;
  }
}

/**
 * A whole number is taken digit by digit (2^100 would print as 1.2676506002282294e+30, which is another number); a
 * fraction by its shortest text, because that is how Terraform compares fractions.
 * Source: zclconf/go-cty, cty/primitive_type.go, rawNumberEqual.
 */
function textOf(number: number): string {
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? String(BigInt(number)) : String(number);
}

const DECIMAL_TEXT = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

function canonicalize(text: string): string {
  const [mantissa = "", exponentText = "0"] = text.toLowerCase().split("e");
  const unsigned = mantissa.replace(/^[-+]/, "");
  const [whole = "", fraction = ""] = unsigned.split(".");
  const leading = `${whole}${fraction}`.replace(/^0+/, "");
  const digits = leading.replace(/0+$/, "");
  if (digits === "") return "0";
  // The exponent counts from the last significant digit, so it grows by every trailing zero that was cut.
  const exponent = BigInt(exponentText) - BigInt(fraction.length) + BigInt(leading.length - digits.length);
  return `${mantissa.startsWith("-") ? "-" : ""}${digits}e${exponent}`;
}
