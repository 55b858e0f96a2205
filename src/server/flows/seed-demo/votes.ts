/**
 * Deals up- and down-votes to distinct people, the same ones for the same seed.
 *
 * @param handles who may vote; when there are fewer than votes, all of them do
 */
export function dealVotes(
	handles: string[],
	counts: { up: number; down: number },
	seed: string,
): { handle: string; value: -1 | 1 }[] {
	let state = 2_166_136_261;
	for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
	const random = () => {
		// xorshift32 (Marsaglia 2003): enough to shuffle thirty names
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
	const shuffled = [...handles];
	for (let i = shuffled.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
	}
	return shuffled
		.slice(0, counts.up + counts.down)
		.map((handle, i) => ({ handle, value: i < counts.up ? 1 : -1 }));
}
