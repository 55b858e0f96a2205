import { simplified } from '../../../platform/text/simplified.ts';

/** By code unit the simplified character that is written for a traditional one; others are themselves. */
let plainUnits: Uint16Array | undefined;

function table(): Uint16Array {
	if (!plainUnits) {
		plainUnits = Uint16Array.from({ length: 65_536 }, (_, unit) => unit);
		for (const [from, to] of simplified) plainUnits[from.charCodeAt(0)] = to.charCodeAt(0);
	}
	return plainUnits;
}

/** Lower case, half width, simplified. */
export function plainText(text: string): string {
	const units = table();
	const folded = text.normalize('NFKC').toLowerCase();
	let out = '';
	let from = 0;
	for (let i = 0; i < folded.length; i++) {
		const unit = folded.charCodeAt(i);
		const plain = units[unit]!;
		if (plain === unit) continue;
		out += folded.slice(from, i) + String.fromCharCode(plain);
		from = i + 1;
	}
	return from === 0 ? folded : out + folded.slice(from);
}
