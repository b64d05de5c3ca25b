/*
 * RSA keys that look strong and are not: their makers had a fault, so that everyone who knows the fault takes them apart.
 * Source: CA/Browser Forum Baseline Requirements for TLS Server Certificates, §6.1.1.3 and §6.1.6: a CA refuses them. The list of
 * keys that Debian made in 2008 is left out: it weighs more than all else here, and its keys are long gone from new requests.
 */

/** Found when the first key is judged: most processes judge none, and wait for all that is done when this file is loaded. */
let smallPrimes: readonly number[] = [];
/** Of keys of 2048 bits, all odd primes up to this one bear the mark of ROCA. */
const LAST_ROCA_PRIME = 167;
const FERMAT_ROUNDS = 100;

/** Why an RSA key can be taken apart, as the end of a sentence; null when none of the known faults shows. */
export function knownFault(modulus: bigint): string | null {
  if (smallPrimes.length === 0) smallPrimes = primesBelow(752);
  const factor = smallPrimes.find((prime) => modulus % BigInt(prime) === 0n);
  if (factor !== undefined) return `its modulus can be divided by ${factor}`;
  if (isRoca(modulus)) return "it was made by faulty Infineon hardware (ROCA, CVE-2017-15361)";
  if (hasClosePrimes(modulus)) return "its two primes are too close together (CVE-2022-26320)";
  return null;
}

/**
 * Primes of that family are powers of 65537, modulo many small primes at once; a chance key is one by 2^-154.
 * Source: Nemec et al., "The Return of Coppersmith's Attack", CCS 2017, §2.
 */
function isRoca(modulus: bigint): boolean {
  const marked = smallPrimes.filter((prime) => prime > 2 && prime <= LAST_ROCA_PRIME);
  return marked.every((prime) => powersOf65537(prime).has(Number(modulus % BigInt(prime))));
}

const powers = new Map<number, ReadonlySet<number>>();

function powersOf65537(prime: number): ReadonlySet<number> {
  const known = powers.get(prime);
  if (known !== undefined) return known;
  const found = new Set<number>();
  for (let power = 1; !found.has(power); power = (power * 65_537) % prime) found.add(power);
  powers.set(prime, found);
  return found;
}

/** Fermat's way to take a number apart, for as many rounds as the Baseline Requirements ask. A square counts too. */
function hasClosePrimes(modulus: bigint): boolean {
  let middle = squareRoot(modulus);
  if (middle * middle < modulus) middle += 1n;
  for (let round = 0; round < FERMAT_ROUNDS; round += 1, middle += 1n)
    if (isSquare(middle * middle - modulus)) return true;
  return false;
}

/** What squares leave when they are divided by these; of other numbers, one in a hundred leaves the same by all four. */
const SQUARE_REMAINDERS = [64, 63, 65, 11].map((divisor) => ({
  divisor: BigInt(divisor),
  remainders: new Set(Array.from({ length: divisor }, (_none, root) => (root * root) % divisor)),
}));

function isSquare(number: bigint): boolean {
  // A root takes a thousand times as long.
  if (!SQUARE_REMAINDERS.every(({ divisor, remainders }) => remainders.has(Number(number % divisor))))
    return false;
  const root = squareRoot(number);
  return root * root === number;
}

/** Rounded down; Newton's method, from above. */
function squareRoot(number: bigint): bigint {
  if (number < 2n) return number;
  let root = 1n << BigInt(Math.ceil(number.toString(2).length / 2));
  for (;;) {
    const next = (root + number / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function primesBelow(end: number): readonly number[] {
  const numbers = Array.from({ length: end - 2 }, (_none, index) => index + 2);
  return numbers.filter(
    (number) => !numbers.some((other) => other * other <= number && number % other === 0),
  );
}
