// User agents name the browsers and systems that they are built on as well: the most particular name comes first.
const browsers = { Edg: 'Edge', OPR: 'Opera', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' };
const systems = {
	Android: 'Android',
	iPhone: 'iPhone',
	iPad: 'iPad',
	Windows: 'Windows',
	'Mac OS X': 'macOS',
	Linux: 'Linux',
};

const first = (names: Record<string, string>, agent: string) =>
	Object.entries(names).find(([part]) => agent.includes(part))?.[1];

/** The system of a User-Agent by the name that its owner knows it by; undefined when it says none that we know. */
export function systemOf(agent: string): string | undefined {
	return first(systems, agent);
}

/** A browser and its system in few words: `Edge · Windows`. */
export function deviceOf(agent: string | null): string {
	return [first(browsers, agent ?? '') ?? '?', systemOf(agent ?? '')].filter(Boolean).join(' · ');
}
