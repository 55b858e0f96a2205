// The shapes of values in SCORM's data models, as its Run-Time Environment books give them. Pure; runs on both sides.

/** Whether a text has the shape. */
export type Format = (value: string) => boolean;

const matches =
	(pattern: RegExp): Format =>
	(value) =>
		pattern.test(value);

export const atMost =
	(length: number): Format =>
	(value) =>
		value.length <= length;

export const oneOf =
	(...words: string[]): Format =>
	(value) =>
		words.includes(value);

/** A decimal number; `blank` lets the empty text through, as SCORM 1.2 does for scores. */
export const decimal = matches(/^-?(?:\d+\.?\d*|\.\d+)$/);

export const real = matches(/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/);

/** A number that may be a blank, or one from 0 to 100: scores of SCORM 1.2. */
export const score12: Format = (value) =>
	value === '' || (decimal(value) && Number(value) >= 0 && Number(value) <= 100);

export const wholeBetween =
	(low: number, high: number): Format =>
	(value) =>
		/^-?\d{1,5}$/.test(value) && Number(value) >= low && Number(value) <= high;

/** CMIIdentifier of 1.2: up to 255 signs without blanks. */
export const identifier12 = matches(/^[\x21-\x7e]{1,255}$/);

/** An identifier of 2004 is an IRI of up to 4000 signs; what is written in practice is any text without blanks. */
export const identifier2004 = matches(/^[^\s<>"{}|\\^`\0]{1,4000}$/);

/** HH:MM:SS.SS */
export const clock12 = matches(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/);

/** HHHH:MM:SS.SS; minutes and seconds may run over, as the book allows up to 99. */
export const timespan12 = matches(/^\d{2,4}:\d{2}:\d{2}(?:\.\d{1,2})?$/);

/** timeinterval(second,10,2): ISO 8601, at least one part, hundredths at most. */
export const interval2004: Format = (value) =>
	/^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/.test(value);

/** time(second,10,0): a year at least; hundredths and a zone at most. */
export const time2004: Format = (value) =>
	/^(?:19[7-9]\d|20[0-2]\d|203[0-8])(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d{1,2}(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?)?)?)?)?)?)?$/.test(
		value,
	);

/** A language of RFC 1766 / 3066, or none. */
export const language = matches(/^(?:[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*)?$/);

/** A text that may begin with `{lang=…}`. */
export const localized =
	(length: number): Format =>
	(value) => {
		const tag = /^\{lang=([^}]*)\}/.exec(value);
		if (tag && !language(tag[1] ?? '')) return false;
		return value.length - (tag?.[0].length ?? 0) <= length;
	};

/** Milliseconds of `HHHH:MM:SS.SS`; null when it is not one. */
export function fromTimespan12(value: string): number | null {
	if (!timespan12(value)) return null;
	const [h, m, s] = value.split(':').map(Number) as [number, number, number];
	return Math.round(((h * 60 + m) * 60 + s) * 1000);
}

/** Milliseconds as SCORM 1.2 writes them. */
export function toTimespan12(ms: number): string {
	const all = Math.min(Math.max(0, Math.floor(ms / 10)), 3_599_999_99);
	const two = (n: number) => String(n).padStart(2, '0');
	const [h, m, s, c] = [
		Math.floor(all / 360_000),
		Math.floor(all / 6000) % 60,
		Math.floor(all / 100) % 60,
		all % 100,
	];
	return `${String(h).padStart(4, '0')}:${two(m)}:${two(s)}.${two(c)}`;
}

/** Milliseconds of an ISO 8601 interval; months count as 30 days, as nobody says years here. */
export function fromInterval2004(value: string): number | null {
	if (!interval2004(value)) return null;
	const [date, time = ''] = value.slice(1).split('T') as [string, string?];
	const of = (text: string, unit: string) =>
		Number(new RegExp(`(\\d+(?:\\.\\d+)?)${unit}`).exec(text)?.[1] ?? 0);
	const days = of(date, 'Y') * 365 + of(date, 'M') * 30 + of(date, 'D');
	return Math.round((days * 86_400 + of(time, 'H') * 3600 + of(time, 'M') * 60 + of(time, 'S')) * 1000);
}

export function toInterval2004(ms: number): string {
	const hundredths = Math.max(0, Math.floor(ms / 10));
	const [h, m, s] = [
		Math.floor(hundredths / 360_000),
		Math.floor(hundredths / 6000) % 60,
		(hundredths % 6000) / 100,
	];
	return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}${Number(s.toFixed(2))}S`;
}
