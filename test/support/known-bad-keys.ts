import { checkPrimeSync, createPrivateKey, generatePrimeSync, type KeyObject, randomInt } from "node:crypto";

/** RSA keys with faults that were found in the field, made anew as the faulty makers made theirs. */

/** Infineon's way: every prime is a multiple of the product of many small primes, plus a power of 65537. */
export function rocaKey(): KeyObject {
  const product = firstPrimes(126).reduce((left, prime) => left * BigInt(prime), 1n);
  const least = (1n << 1023n) / product + (1n << 1022n) / product;
  const prime = (): bigint => {
    for (;;) {
      const power = modularPower(65_537n, BigInt(randomInt(1, 2 ** 40)), product);
      const candidate = (least + BigInt(randomInt(0, 2 ** 40))) * product + power;
      if (checkPrimeSync(candidate)) return candidate;
    }
  };
  return keyOf(prime(), prime());
}

/** As some printers did: the second prime is the next one after the first. */
export function closePrimesKey(): KeyObject {
  const first = generatePrimeSync(1024, { bigint: true });
  let second = first + 2n;
  while (!checkPrimeSync(second)) second += 2n;
  return keyOf(second, first);
}

function keyOf(p: bigint, q: bigint): KeyObject {
  const e = 65_537n;
  const d = inverse(e, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const members = Object.entries(numbers).map(([name, number]) => [name, base64url(number)]);
  return createPrivateKey({ key: { kty: "RSA", ...Object.fromEntries(members) }, format: "jwk" });
}

function base64url(number: bigint): string {
  const hex = number.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex").toString("base64url");
}

function inverse(number: bigint, modulus: bigint): bigint {
  let [old, rest, oldFactor, factor] = [number % modulus, modulus, 1n, 0n];
  while (rest !== 0n) {
    const quotient = old / rest;
    [old, rest] = [rest, old - quotient * rest];
    [oldFactor, factor] = [factor, oldFactor - quotient * factor];
  }
  return ((oldFactor % modulus) + modulus) % modulus;
}

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (
    let [square, left] = [base % modulus, exponent];
    left > 0n;
    left >>= 1n, square = (square * square) % modulus
  )
    if (left & 1n) result = (result * square) % modulus;
  return result;
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}
