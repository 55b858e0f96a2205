/** Of which time a board is. */
export const periods = ['week', 'month', 'all'] as const;
export type Period = (typeof periods)[number];

/** How many past weeks and months are kept; older gains count for ever only. */
export const KEPT = { week: 9, month: 13 } as const;

/** Who joined at most so long before they gained something gained it as a newcomer. */
export const NEWCOMER_DAYS = 60;

const DAY_MS = 86_400_000;

/**
 * The first day of the period that a moment is in, as `2026-03-02`: weeks begin on Mondays, and all begin at midnight
 * UTC, for a board is one for people in all zones.
 */
export function startOf(period: Period, at: Date): string {
	if (period === 'all') return '1970-01-01';
	const day = new Date(at.toISOString().slice(0, 10));
	if (period === 'month') day.setUTCDate(1);
	else day.setTime(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS);
	return day.toISOString().slice(0, 10);
}

/** The first day of the period so many before the one that begins on a day. */
export function before(period: Period, start: string, many: number): string {
	if (period === 'all') return start;
	const day = new Date(start);
	if (period === 'month') day.setUTCMonth(day.getUTCMonth() - many);
	else day.setTime(day.getTime() - 7 * many * DAY_MS);
	return day.toISOString().slice(0, 10);
}
