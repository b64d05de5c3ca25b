/** The members that have a value; the generated classes tell "left out" from undefined. */
export declare function given<T extends object>(members: T): {
    [K in keyof T]?: Exclude<T[K], undefined>;
};
