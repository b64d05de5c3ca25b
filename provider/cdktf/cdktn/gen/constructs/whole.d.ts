import { type IResolvable } from "cdktn";
/**
 * A computed `ref` as an argument takes it: `connector: whole(main.ref)`. They are of one form; the generated types differ in
 * the maps inside, of which one is read and the other given.
 */
export declare function whole<T>(ref: IResolvable): T;
