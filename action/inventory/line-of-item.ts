/** Strings whole, so that no bracket inside of one counts; else one sign that matters. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}\n]/gs;

/** Line, from 1, at which an object of a JSON list begins; 1 where the list has no such object. @param index from 0 */
export function lineOfItem(json: string, index: number): number {
  let [line, depth, seen] = [1, 0, -1];
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === "\n") line += 1;
    if (token === "{" && depth === 1) seen += 1;
    if (seen === index) return line;
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
  }
  return 1;
}
