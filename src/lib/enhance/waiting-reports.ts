// Reports of what was read that wait for a connection. They are sets, so all that waits of one lesson is one report,
// however long the journey was.

export type Stretch = [from: number, to: number];

export interface Report {
	lessonId: number;
	covered: Stretch[];
	studied: Stretch[];
	place?: number;
	/** When it was left there: milliseconds since 1970. */
	at?: number;
}

/** Lessons, and stretches of one lesson, that wait at most. */
const [mostLessons, mostStretches] = [100, 5000];
/** What the server takes at once: so many reports, of so many stretches. */
const [mostReports, mostOfOne] = [100, 200];

/** Ranges in order, those that touch as one. */
export function unite(ranges: readonly Stretch[]): Stretch[] {
	const out: Stretch[] = [];
	for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
		const last = out.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else if (to > from) out.push([from, to]);
	}
	return out;
}

/** What of `ranges` is not in `gone`. */
export function without(ranges: readonly Stretch[], gone: readonly Stretch[]): Stretch[] {
	let left = unite(ranges);
	for (const [from, to] of gone)
		left = left.flatMap(([a, b]): Stretch[] =>
			[[a, Math.min(b, from)] as Stretch, [Math.max(a, to), b] as Stretch].filter(([x, y]) => y > x),
		);
	return left;
}

/** Adds a report to those that wait. The lesson that waits longest gives way to a hundred others. */
export function add(waiting: readonly Report[], report: Report): Report[] {
	const before = waiting.find(({ lessonId }) => lessonId === report.lessonId);
	const later = (report.at ?? 0) >= (before?.at ?? 0) ? report : before;
	const place = later?.place ?? before?.place;
	const one: Report = {
		lessonId: report.lessonId,
		covered: unite([...(before?.covered ?? []), ...report.covered]).slice(-mostStretches),
		studied: unite([...(before?.studied ?? []), ...report.studied]).slice(-mostStretches),
		...(place === undefined ? {} : { place, at: Math.max(report.at ?? 0, before?.at ?? 0) }),
	};
	return [...waiting.filter(({ lessonId }) => lessonId !== report.lessonId), one].slice(-mostLessons);
}

/** What of it is sent at once: a lesson with many stretches is told in several reports. The rest goes the next time. */
export function toSend(waiting: readonly Report[]): Report[] {
	return waiting
		.flatMap((report) => {
			const { covered, studied } = report;
			const count = Math.max(1, Math.ceil(covered.length / mostOfOne), Math.ceil(studied.length / mostOfOne));
			return Array.from({ length: count }, (_, n) => ({
				...report,
				covered: covered.slice(n * mostOfOne, (n + 1) * mostOfOne),
				studied: studied.slice(n * mostOfOne, (n + 1) * mostOfOne),
			}));
		})
		.slice(0, mostReports);
}

/** What still waits when `sent` has arrived: others of this browser may have added meanwhile. */
export function takeOff(waiting: readonly Report[], sent: readonly Report[]): Report[] {
	return waiting.flatMap((report) => {
		const own = sent.filter(({ lessonId }) => lessonId === report.lessonId);
		if (own.length === 0) return [report];
		const gone = {
			covered: own.flatMap(({ covered }) => covered),
			studied: own.flatMap(({ studied }) => studied),
		};
		const told = Math.max(...own.map(({ at }) => at ?? 0));
		const { place, at, ...rest } = report;
		const left = {
			...rest,
			covered: without(report.covered, gone.covered),
			studied: without(report.studied, gone.studied),
			...(place !== undefined && (at ?? 0) > told ? { place, at } : {}),
		};
		return left.covered.length || left.studied.length || 'place' in left ? [left as Report] : [];
	});
}
