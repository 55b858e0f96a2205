import { neighbours } from './neighbours.ts';

/** Work that threads can do: a context (plain values and shared arrays) makes a function over a range of indexes. */
export const kernels = { neighbours } as const;

export type KernelName = keyof typeof kernels;
