import type { Range } from '../../platform/storage/index.ts';

/**
 * Reads a `Range` header (RFC 9110).
 *
 * @returns undefined for one that is not understood, or of several parts: the whole is sent; `outside` when no byte of it
 *   is there
 */
export function rangeOf(header: string, total: number): Range | 'outside' | undefined {
	const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
	if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
	if (first === '') {
		const count = Number(last);
		return count === 0 || total === 0 ? 'outside' : { from: Math.max(0, total - count), to: total - 1 };
	}
	const from = Number(first);
	const to = last === '' ? total - 1 : Math.min(Number(last), total - 1);
	if (last !== '' && Number(last) < from) return undefined;
	return from >= total ? 'outside' : { from, to };
}
