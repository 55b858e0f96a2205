/** Encodes text in GBK, which Node only reads: every pair of bytes is read once, and looked up backwards. */
export function encodeGbk(text: string): Uint8Array {
	const pairs = table();
	const bytes: number[] = [];
	for (const sign of text) {
		const code = sign.charCodeAt(0);
		if (code < 0x80) bytes.push(code);
		else bytes.push(...(pairs.get(sign) ?? [0x3f]));
	}
	return Uint8Array.from(bytes);
}

let known: Map<string, [number, number]> | undefined;

function table(): Map<string, [number, number]> {
	if (known) return known;
	known = new Map();
	const decoder = new TextDecoder('gbk');
	for (let high = 0x81; high <= 0xfe; high += 1)
		for (let low = 0x40; low <= 0xfe; low += 1)
			if (low !== 0x7f) known.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
	return known;
}
