import { isMap, isScalar, parseDocument } from "yaml";

/** Inputs or outputs that stand below one comment of action.yml. */
interface InputGroup {
  /** Null where no comment stands before the first. */
  readonly title: string | null;
  /** What holds for all of them; may be empty. */
  readonly about: string;
  readonly members: readonly { readonly name: string; readonly description: string }[];
}

/** Reads action.yml, whose comments are headings: a first line with the title, then what holds for the group. */
export function groupsOf(actionYml: string, member: "inputs" | "outputs"): readonly InputGroup[] {
  const map = parseDocument(actionYml).get(member);
  if (!isMap(map)) throw new Error(`action.yml has no ${member}`);
  const groups: { title: string | null; about: string; members: InputGroup["members"][number][] }[] = [];
  for (const { key, value } of map.items) {
    if (!isScalar(key) || !isMap(value)) throw new Error(`action.yml: ${member} are not as expected`);
    // The comment before the first key of a map belongs to the map.
    const comment = key.commentBefore ?? (groups.length === 0 ? map.commentBefore : null);
    if (comment || groups.length === 0) {
      const [title = "", ...about] = (comment ?? "").split("\n").map((line) => line.trim());
      groups.push({ title: title === "" ? null : title, about: about.join(" "), members: [] });
    }
    groups.at(-1)?.members.push({ name: String(key.value), description: String(value.get("description")) });
  }
  return groups;
}
