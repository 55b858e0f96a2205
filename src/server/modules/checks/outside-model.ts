/** What a model outside said of a text. */
export interface OutsideOpinion {
	/** Of its worst category, 0 to 1. */
	probability: number;
	/** Categories that it flagged, the worst first. */
	categories: string[];
}

/** A model that somebody else runs. */
export interface OutsideModel {
	/** Its opinion; null when it did not answer in time, or nonsense: then the place's own checks decide alone. */
	ask(text: { title: string; source: string }): Promise<OutsideOpinion | null>;
}

export interface OutsideSettings {
	/** The whole address, as of an OpenAI-compatible `…/v1/moderations`. */
	url: string;
	key?: string | undefined;
	model?: string | undefined;
	/** How long a text waits for it. */
	patienceMs?: number;
	onFault?: (error: unknown) => void;
	fetch?: typeof fetch;
	now?: () => number;
}

/** After so many faults in a row it is left alone for a minute. */
const faultsBorne = 3;
const restMs = 60_000;
const mostBytes = 64 * 1024;
const mostSent = 20_000;

/**
 * Asks a moderation endpoint. It never keeps anybody from posting: what it does not answer in time, or not in the shape
 * that was agreed on, counts as not asked; and who fails again and again is not asked for a while (a circuit breaker).
 */
export function openOutsideModel(settings: OutsideSettings): OutsideModel {
	const { url, key, model, patienceMs = 1500, onFault } = settings;
	const send = settings.fetch ?? fetch;
	const clock = settings.now ?? Date.now;
	let faults = 0;
	let restsUntil = 0;
	return {
		async ask({ title, source }) {
			if (clock() < restsUntil) return null;
			try {
				const response = await send(url, {
					method: 'POST',
					redirect: 'error',
					headers: {
						'content-type': 'application/json',
						...(key ? { authorization: `Bearer ${key}` } : {}),
					},
					body: JSON.stringify({
						input: `${title}\n${source}`.slice(0, mostSent).toWellFormed(),
						...(model ? { model } : {}),
					}),
					signal: AbortSignal.timeout(patienceMs),
				});
				if (!response.ok) throw new Error(`The model outside answered ${response.status}.`);
				const opinion = opinionOf(JSON.parse(await readSome(response)));
				faults = 0;
				return opinion;
			} catch (error) {
				faults += 1;
				if (faults >= faultsBorne) {
					restsUntil = clock() + restMs;
					faults = faultsBorne - 1;
				}
				onFault?.(error);
				return null;
			}
		},
	};
}

async function readSome(response: Response): Promise<string> {
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of response.body ?? []) {
		bytes += piece.length;
		if (bytes > mostBytes) throw new Error('The answer of the model outside is too long.');
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString('utf8');
}

/** `{ results: [{ flagged, categories: { name: boolean }, category_scores: { name: 0..1 } }] }` */
function opinionOf(answer: unknown): OutsideOpinion {
	const result = (answer as { results?: unknown[] } | null)?.results?.[0] as
		| { flagged?: unknown; categories?: Record<string, unknown>; category_scores?: Record<string, unknown> }
		| undefined;
	if (typeof result?.flagged !== 'boolean')
		throw new Error('The model outside did not answer in the agreed shape.');
	const scores = Object.entries(result.category_scores ?? {})
		.filter(
			(entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0 && entry[1] <= 1,
		)
		.sort((one, other) => other[1] - one[1])
		.slice(0, 20);
	const flagged = scores.map(([name]) => name).filter((name) => result.categories?.[name] === true);
	return {
		probability: scores[0]?.[1] ?? (result.flagged ? 1 : 0),
		categories: flagged.slice(0, 5).map((name) => name.slice(0, 60)),
	};
}
