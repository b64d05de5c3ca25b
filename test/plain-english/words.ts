/** A word or turn that tired readers and those of another language stumble over, and what to write instead. */
interface Avoided {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** "There is no such file" is fine; "it is no file" is not. */
const IS_NO =
  /(?<!\bthere )\b(?:is|are|was|were) no (?!(?:longer|more|less|newer|older|later|earlier|other|different)\b)[a-z]/i;

export const AVOIDED: readonly Avoided[] = [
  { pattern: /\bwish(?:es|ed|ing)?\b/i, instead: "asked for, wanted, configured" },
  { pattern: /\bsomebody\b/i, instead: "name the actor: an administrator, another run, a user" },
  { pattern: /\bnobody\b/i, instead: "name the actor, or write: it is not known, is not seen" },
  { pattern: /\bwho(?:so)?ever\b/i, instead: "name the actor: the user, the caller, callers that" },
  { pattern: /\bby (?:itself|themselves)\b/i, instead: "automatically, alone, or leave it out" },
  { pattern: /\bno longer wants\b/i, instead: "can stop waiting" },
  { pattern: IS_NO, instead: "is not a …" },
  { pattern: /\blets? \w+(?: \w+)? in no more\b/i, instead: "no longer lets in" },
];
