/**
 * `19.00` to 1900: an amount with at most two decimals, as Chinese providers write it, in minor units. Never through a
 * float.
 *
 * @returns null when it is none
 */
export function minorUnits(text: string): number | null {
	const parts = /^\s*(-?)(\d{1,12})(?:\.(\d{1,2}))?\s*$/.exec(text);
	if (!parts) return null;
	const amount = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
	return parts[1] === '-' ? -amount : amount;
}

/** 1900 to `19.00`. */
export function inMajorUnits(amount: number): string {
	const digits = String(Math.abs(amount)).padStart(3, '0');
	return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A time as Chinese providers write it, without a zone: it is Beijing's, which has no summer time. */
export function beijingTime(text: string): Date {
	return new Date(`${text.trim().replace(' ', 'T')}+08:00`);
}

/** `2026-11-27 08:00:00` in Beijing. */
export function inBeijing(date: Date): string {
	return new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
