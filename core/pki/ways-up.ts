import type { Certificate } from "./certificate.ts";

/** Found once, because each entry may have cost a signature check. The preferred issuer comes first. */
export type IssuersByCertificate = ReadonlyMap<Certificate, readonly Certificate[]>;

/** Certificates above a leaf, each with the one below through which it is reached first; breadth first. */
export type Above = ReadonlyMap<Certificate, Certificate>;

export function climb(start: Certificate, issuers: IssuersByCertificate): Above {
  const reachedFrom = new Map<Certificate, Certificate>();
  const queue = [start];
  for (let below = queue.shift(); below !== undefined; below = queue.shift()) {
    for (const issuer of issuers.get(below) ?? []) {
      if (issuer === start || reachedFrom.has(issuer)) continue;
      reachedFrom.set(issuer, below);
      queue.push(issuer);
    }
  }
  return reachedFrom;
}

export function isSelfIssued({ subject, issuer }: Certificate): boolean {
  return subject.raw.equals(issuer.raw);
}

/** Where the ways up end: at certificates that are their own issuer, or whose issuer is not there. */
export function endsOf(above: Above, issuers: IssuersByCertificate): readonly Certificate[] {
  const isEnd = (each: Certificate): boolean => isSelfIssued(each) || (issuers.get(each) ?? []).length === 0;
  return [...above.keys()].filter(isEnd);
}

/** Name of the root that a way leads to, whether the root itself is there or not: its common name, else all of it. */
export function topName({ issuer }: Certificate): string {
  return issuer.commonName ?? issuer.text;
}

/** Whether a text names the top of a way: its common name or its whole name (RFC 4514), in any case. */
export function isTopNamed({ issuer }: Certificate, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [issuer.commonName, issuer.text].some((name) => name?.toLowerCase() === wanted);
}

/** From the leaf's issuer up to one end. */
export function pathTo(end: Certificate, leaf: Certificate, above: Above): Certificate[] {
  const path: Certificate[] = [];
  for (let at: Certificate | undefined = end; at !== undefined && at !== leaf; at = above.get(at))
    path.unshift(at);
  return path;
}

/** From the leaf's issuer up: to the nearest root, or as far as it goes when there is none. */
export function shortestPath(leaf: Certificate, above: Above): Certificate[] {
  let best: Certificate[] = [];
  for (const end of above.keys()) {
    const path = pathTo(end, leaf, above);
    // Breadth first means that the first root found is the nearest.
    if (isSelfIssued(end)) return path;
    if (path.length > best.length) best = path;
  }
  return best;
}
