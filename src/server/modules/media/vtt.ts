import { mediaError } from './errors.ts';

/** What is said between two moments. */
export interface Cue {
	fromMs: number;
	toMs: number;
	/** Lines of plain text. */
	text: string;
}

const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})$/;
const MOST_CUES = 20_000;
const MOST_CHARACTERS = 1000;

function refuse(line: number, detail: string): never {
	throw mediaError('subtitles_invalid', { params: { line }, detail: `Line ${line}: ${detail}` });
}

/**
 * Reads WebVTT or SubRip. Of a cue its times and its words are kept; styles, positions and notes are left out.
 *
 * @throws media.subtitles_invalid with the number of the line
 */
export function readCues(source: string): Cue[] {
	const lines = source
		.replace(/^\ufeff/, '')
		.replace(/\r\n?/g, '\n')
		.split('\n');
	const cues: Cue[] = [];
	for (let at = 0; at < lines.length; at++) {
		const arrow = lines[at]!.split('-->');
		// Everything between cues: the first line, notes, styles, names of cues.
		if (arrow.length !== 2) continue;
		const number = at + 1;
		const fromMs = readTime(arrow[0]!.trim(), number);
		const toMs = readTime(arrow[1]!.trim().split(/\s+/)[0] ?? '', number);
		if (toMs <= fromMs) refuse(number, 'the cue ends before it begins');
		const words: string[] = [];
		while (at + 1 < lines.length && lines[at + 1]!.trim() !== '') words.push(lines[++at]!);
		const text = plainText(words.join('\n'));
		if (text.length > MOST_CHARACTERS) refuse(number, `a cue has at most ${MOST_CHARACTERS} characters`);
		if (text !== '') cues.push({ fromMs, toMs, text });
		if (cues.length > MOST_CUES) refuse(number, `there are more than ${MOST_CUES} cues`);
	}
	if (cues.length === 0) refuse(1, 'there are no cues; subtitles are WebVTT (.vtt) or SubRip (.srt)');
	return cues.sort((a, b) => a.fromMs - b.fromMs);
}

function readTime(text: string, line: number): number {
	const [, hours, minutes, seconds, milliseconds] = TIME.exec(text) ?? [];
	if (minutes === undefined) refuse(line, `"${text.slice(0, 30)}" is no time such as 00:01:02.500`);
	return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(milliseconds);
}

/** Words without marks: what stays is shown as text, so no mark has to be trusted. */
function plainText(text: string): string {
	return text
		.replace(/<[^<>]{0,200}>/g, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&')
		.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.join('\n');
}

/** Writes cues as WebVTT. */
export function writeVtt(cues: readonly Cue[]): string {
	const escaped = (text: string) =>
		text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replaceAll('-->', '--&gt;');
	const blocks = cues.map(
		({ fromMs, toMs, text }) => `${timeOf(fromMs)} --> ${timeOf(toMs)}\n${escaped(text)}\n`,
	);
	return `WEBVTT\n\n${blocks.join('\n')}`;
}

function timeOf(ms: number): string {
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	const rest = `${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
	return `${two(ms / 3_600_000)}:${rest}`;
}
