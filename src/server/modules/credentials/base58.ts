const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes in base58 (Bitcoin's alphabet), as multibase `z` has them. */
export function base58(bytes: Uint8Array): string {
	let zeros = 0;
	while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
	let rest = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
	let text = '';
	for (; rest > 0n; rest /= 58n) text = alphabet[Number(rest % 58n)] + text;
	return '1'.repeat(zeros) + text;
}
