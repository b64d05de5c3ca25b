/**
 * Of a package that may be used under one of several licences, the one we use it under, by its SPDX id, with the words that begin
 * the part of its licence file that is not it. Its makers ask for no other notice of the choice.
 */
const CHOICES: Readonly<Record<string, { readonly id: string; readonly otherBegins: RegExp }>> = {
  // Its file holds the text of both, and first a page on how to choose.
  "node-forge": { id: "BSD-3-Clause", otherBegins: /^-+\s*GNU GENERAL PUBLIC LICENSE/m },
};

/** @param offered as in package.json, for example `(BSD-3-Clause OR GPL-2.0)` */
export function chosenLicence(packageName: string, offered: string): string {
  const choice = CHOICES[packageName];
  if (choice === undefined) return offered;
  if (!offered.includes(choice.id)) throw new Error(`${packageName} is no longer offered as ${choice.id}`);
  return choice.id;
}

/** The text of that licence alone. */
export function chosenText(packageName: string, text: string): string {
  const choice = CHOICES[packageName];
  if (choice === undefined) return text;
  const end = text.search(choice.otherBegins);
  if (end < 0) throw new Error(`the licence file of ${packageName} has another form than it had`);
  return text.slice(0, end).trim();
}
