import { LostError, StateError } from "../../../../core/index.ts";

/** How something is made of which there must not be two. */
interface Creation {
  /** Places it; null where SCM does not say the id of what it made. */
  readonly create: () => Promise<number | null>;
  /** Ids of what looks like it, as SCM lists them now. */
  readonly look: () => Promise<readonly number[]>;
  /** For messages: `account "web" of enrollment endpoint 738`. */
  readonly what: string;
}

/**
 * Makes it, and finds it again where the answer got lost or names no id. To be called when nothing of the kind was there:
 * what is there afterwards, and alone, is ours.
 * @throws StateError when there are several, or none although SCM said that it made one
 */
export async function createOnce({ create, look, what }: Creation): Promise<number> {
  const id = await createOrLose(create);
  if (typeof id === "number") return id;
  const found = await look();
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  // Nothing was made, and the loss says so itself.
  if (only === undefined && id instanceof LostError) throw id;
  const state = only === undefined ? "SCM does not list it" : `SCM lists ${found.join(", ")}`;
  throw new StateError(`create ${what}: it was sent, but ${state}`, {
    code: "state.creation_unclear",
    hint: "Look it up in SCM and remove what is too much there, then apply again.",
  });
}

async function createOrLose(create: Creation["create"]): Promise<number | null | LostError> {
  try {
    return await create();
  } catch (thrown) {
    if (thrown instanceof LostError) return thrown;
    throw thrown;
  }
}
