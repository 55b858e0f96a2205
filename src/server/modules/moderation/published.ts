/** A reviewer is named in what everybody reads from so many appeals of their decisions on. */
export const kOf = 5;
