import { commonCharacters, readingsOf } from '../../platform/text/pinyin.ts';

interface Sounds {
	/** How a character may be read, without tones. */
	of: Map<string, string[]>;
	/** The common characters that are read so. */
	spelled: Map<string, string[]>;
}

let known: Sounds | undefined;

// What input methods and ears from many provinces take for each other.
const alike = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/(?<=[aei])ng$/, 'n');

// Read on first need: who types what is written somewhere never waits for it.
function sounds(): Sounds {
	if (known) return known;
	const of = new Map<string, string[]>();
	const spelled = new Map<string, string[]>();
	for (const character of commonCharacters()) {
		const readings = readingsOf(character);
		of.set(character, readings);
		for (const reading of new Set(readings.flatMap((one) => [one, `~${alike(one)}`]))) {
			const others = spelled.get(reading);
			if (others) others.push(character);
			else spelled.set(reading, [character]);
		}
	}
	known = { of, spelled };
	return known;
}

/**
 * Common characters that sound like one, most likely first: those read the same but for the tone, then those that are
 * often taken for it (`zh` and `z`, `ang` and `an`).
 *
 * @returns each with 1 for the same sound and 1.5 for a similar one; nothing for a rare character
 */
export function soundAlikes(character: string): { character: string; cost: number }[] {
	const { of, spelled } = sounds();
	const found = new Map<string, number>();
	const readings = of.get(character) ?? [];
	for (const reading of readings) for (const other of spelled.get(reading) ?? []) found.set(other, 1);
	for (const reading of readings)
		for (const other of spelled.get(`~${alike(reading)}`) ?? []) if (!found.has(other)) found.set(other, 1.5);
	found.delete(character);
	return [...found].map(([other, cost]) => ({ character: other, cost }));
}
