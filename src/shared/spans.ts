/** Times that a chart can show, in days, and what one bar of each stands for. */
export const spans = { 30: 'day', 91: 'week', 365: 'month' } as const;
export type Span = keyof typeof spans;
export type SpanUnit = (typeof spans)[Span];

/** What `?days=` asks for; a month where it asks for nothing. */
export function spanOf(asked: string | null): Span {
	const days = Number(asked);
	return days in spans ? (days as Span) : 30;
}

/** One bar: the first day of it, `2026-11-23`, and what falls into it. */
export type Bucket<K extends string> = { from: string } & Record<K, number>;

const dayMs = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The first day (UTC) of the bar that a day falls into: itself, its Monday, or the first of its month. */
export function startOf(day: string, unit: SpanUnit): string {
	if (unit === 'month') return `${day.slice(0, 7)}-01`;
	if (unit === 'day') return day;
	const at = new Date(`${day}T00:00:00Z`);
	return dayOf(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * dayMs));
}

/**
 * Sums days into the bars of a chart, those without anything too; the first one first. Pure.
 *
 * @param rows days with what fell into them
 * @param keys which of their numbers are summed
 */
export function bucketed<K extends string>(
	rows: readonly ({ day: string } & Record<K, number>)[],
	keys: readonly K[],
	span: Span,
	at: Date,
): Bucket<K>[] {
	const unit = spans[span];
	const all = new Map<string, Bucket<K>>();
	for (let left = span - 1; left >= 0; left--) {
		const from = startOf(dayOf(new Date(at.getTime() - left * dayMs)), unit);
		if (!all.has(from))
			all.set(from, { from, ...Object.fromEntries(keys.map((key) => [key, 0])) } as Bucket<K>);
	}
	for (const row of rows) {
		const bar = all.get(startOf(row.day, unit));
		if (bar) for (const key of keys) (bar as Record<K, number>)[key] += row[key];
	}
	return [...all.values()];
}
