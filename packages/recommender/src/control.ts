import { refuse } from './errors.ts';

/** How a long computation is steered. Nothing here changes its result. */
export interface Control {
	/** How many threads to use; 1 stays on the calling thread. Default 1. */
	threads?: number;
	signal?: AbortSignal;
	/** Told the finished share, 0 to 1, rising. */
	onProgress?: (share: number) => void;
}

/** @throws RecommenderError `cancelled` when the signal was given */
export function throwIfCancelled(control: Control | undefined): void {
	if (control?.signal?.aborted) refuse('cancelled', 'The computation was cancelled.');
}

/** Reports progress, lets other work of the process run, and stops when the caller wishes. */
export async function breathe(control: Control | undefined, share: number): Promise<void> {
	control?.onProgress?.(Math.min(1, share));
	if (control) await new Promise((resolve) => setImmediate(resolve));
	throwIfCancelled(control);
}

/** The control of a part that covers `from` to `to` of the whole. */
export function partOf(control: Control | undefined, from: number, to: number): Control | undefined {
	if (!control?.onProgress) return control;
	const { onProgress } = control;
	return { ...control, onProgress: (share) => onProgress(from + share * (to - from)) };
}
