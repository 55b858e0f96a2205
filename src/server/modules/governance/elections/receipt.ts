import { randomInt } from 'node:crypto';
import { digest } from '../draw.ts';

// Crockford's base 32: no I, L, O, U, which are read wrongly or make words.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A receipt for a ballot: 26 signs drawn by chance (130 bits), in groups. It is made when the ballot is shown and kept
 * nowhere; what is kept with the ballot is its digest, so that only who has it can find or change the ballot.
 */
export function newReceipt(): string {
	const drawn = Array.from({ length: 26 }, () => signs[randomInt(32)]!).join('');
	return drawn.replace(/(.{4})(?=.)/g, '$1-');
}

/** The digest of a receipt as {@link newReceipt} made it, however it was typed. */
export const receiptHash = (receipt: string): string => digest(receipt.toUpperCase().replace(/[\s-]/g, ''));

/** What is published with a counted ballot, so that its voter finds it: the beginning of the digest. */
export const markOf = (hash: string): string => hash.slice(0, 16);
